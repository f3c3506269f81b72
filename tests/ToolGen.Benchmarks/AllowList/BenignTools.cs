using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using ToolGen.Benchmarks.Validation;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Benchmarks.AllowList;

/// <summary>Tools that do no harm, each through the whole forge up to the gate: the real specs, those of ../shared, and functions of data sets.</summary>
internal static class BenignTools
{
    private const int SealTools = 150;

    private static readonly string[] Ids =
        [.. new[] { FindingCatalog.AssemblyRefused, FindingCatalog.CompiledMemberRefused, FindingCatalog.CompiledCapabilityMissing, FindingCatalog.CompiledCodeRefused, FindingCatalog.CompiledDeclarationRefused, FindingCatalog.CompiledAttributeRefused }
            .Select(descriptor => descriptor.Id)];

    public static IEnumerable<(string Set, IReadOnlyList<SpecInput> Specs)> Sets()
    {
        yield return ("tests/Specs", Folder(Path.Combine(Repository.Root, "tests", "Specs")));
        var shared = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared");
        if (Directory.Exists(Path.Combine(shared, "specs"))) yield return ("shared/specs", Folder(Path.Combine(shared, "specs")));
        if (Directory.Exists(Path.Combine(shared, "data", "bfcl")))
            yield return ("BFCL and Seal-Tools", [.. FunctionCorpus.Specs(Path.Combine(shared, "data"), SealTools).Select(text => new SpecInput(text.Path, Encoding.UTF8.GetBytes(text.Text)))]);
    }

    /// <summary>Counts those that came to the gate, and those that it refused.</summary>
    public static Tally Make(IReadOnlyList<SpecInput> specs, TextWriter output, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        foreach (var tool in new Forge.Forge().Make(specs, cancellationToken).Tools)
        {
            var refused = tool.Findings.Where(finding => Ids.Contains(finding.Id)).ToArray();
            foreach (var finding in refused) output.WriteLine($"refused: {finding}");
            if (tool.Times.ContainsKey(Station.Inspect)) tally += new Tally(1, refused.Length > 0 ? 1 : 0);
            else output.WriteLine($"not at the gate: {tool.Name}: {tool.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error)}");
        }

        return tally;
    }

    private static SpecInput[] Folder(string folder) =>
        [.. Directory.GetFiles(folder, "*.tool.json").Order(StringComparer.Ordinal).Select(path =>
        {
            var companion = path[..^".json".Length] + ".cs";
            var spec = SpecFixer.Fix(new SourceText(path, File.ReadAllText(path))).Spec;
            return new SpecInput(path, Encoding.UTF8.GetBytes(spec.Text), File.Exists(companion) ? new SourceText(companion, File.ReadAllText(companion)) : null);
        })];
}
