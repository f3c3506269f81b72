using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Build;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Generator;
using ToolGen.Generator.Emit;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Variants;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen build PATH… -o DIR</c></summary>
internal static class BuildCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();
    private static readonly Option<string> Output = new("--output", "-o") { HelpName = "DIR", Required = true, Description = "The folder to fill; made where it is not there." };
    private static readonly Option<string> Namespace = new("--namespace") { HelpName = "NAME", Description = "Of the C#.", DefaultValueFactory = _ => "Tools" };
    private static readonly Option<bool> Force = new("--force") { Description = "Overwrite files that an earlier build did not make." };

    public static Command Create()
    {
        var command = new DocumentedCommand("build", "Write the C#, the schemas and the descriptors of specs without errors into a folder: all of it, or nothing.",
            "toolgen build tools -o generated", "toolgen build tools -o generated --namespace My.Agent.Tools")
        {
            Paths, Output, Namespace, Force, KindsOption.Option,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Namespace) is { } name && CSharpNames.Namespace(name) != name) result.AddError($"--namespace {name} is no C# namespace.");
        });
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var kinds = KindsOption.Read(parsed, terminal, cancellationToken);
        ForgedSet made;
        using (var progress = new ForgeProgress(terminal, set.Inputs.Count)) made = new Forge.Forge(progress) { Kinds = kinds, Packages = GrantsOption.Here().Packages }.Make(set.Inputs, cancellationToken);
        var findings = set.Findings.Concat(made.Tools.SelectMany(tool => tool.Findings)).ToArray();
        FindingText.Write(terminal.Out, findings, terminal.ColorOut);
        if (findings.Any(finding => finding.Severity == FindingSeverity.Error))
        {
            terminal.Complain("nothing was written: there are errors");
            return ExitCode.Failed;
        }

        var folder = new BuildFolder(parsed.GetRequiredValue(Output));
        if (!Fill(terminal, folder, made.Tools, parsed.GetRequiredValue(Namespace), kinds, cancellationToken)) return ExitCode.Failed;
        foreach (var name in folder.Write(parsed.GetValue(Force), cancellationToken)) terminal.Out.WriteLine(System.IO.Path.Combine(parsed.GetRequiredValue(Output), name));
        return ExitCode.Ok;
    }

    private static bool Fill(Terminal terminal, BuildFolder folder, IReadOnlyList<ForgedTool> tools, string nameSpace, EquatableArray<OwnKindDefinition> kinds, CancellationToken cancellationToken)
    {
        var metadata = new List<ToolMetadata>();
        var options = GenerationOptions.Among(tools.Select(tool => tool.Spec!).ToArray()) with { Namespace = nameSpace, Kinds = kinds };
        var nominals = new List<NominalUse>();
        foreach (var tool in tools)
        {
            var spec = tool.Spec!;
            var generated = ToolSource.Generate(spec, options, cancellationToken);
            nominals.AddRange(generated.Nominals);
            var mcp = McpTool.Of(spec, AnnotationValues.Of(spec, CapabilitySet.Of(generated.Capabilities))).Json;
            metadata.Add(new ToolMetadata(tool.Name, mcp));
            folder.Add($"{generated.ClassName}.g.cs", GeneratedFile.Of([generated.Source]));
            folder.Add($"schemas/{tool.Name}.input.schema.json", PublishedSchema.Write(spec.Input) + "\n");
            foreach (var provider in Provider.All) folder.Add($"schemas/{tool.Name}.input.{provider.Word}.schema.json", JsonWriter.Canonical(Variant.Of(spec, provider).Schema) + "\n");
            folder.Add($"schemas/{tool.Name}.output.schema.json", PublishedSchema.Write(spec.Output) + "\n");
            folder.Add($"descriptors/{tool.Name}.json", mcp + "\n");
        }

        if (NominalFile.Of(nominals, nameSpace) is { } types) folder.Add("Types.g.cs", GeneratedFile.Of([types]));
        folder.Add("Catalog.g.cs", CatalogFile.Of(
            tools.OrderBy(tool => tool.Name, System.StringComparer.Ordinal).Select(tool => (tool.Name, tool.Generated!.ClassName)).ToArray(), nameSpace));
        if (ToolList.Print(metadata, out var problems) is { } list)
        {
            folder.Add("tools.json", list);
            return true;
        }

        foreach (var (finding, arguments) in problems) terminal.Complain($"{finding.Id}: {finding.Title}: {string.Join(", ", arguments)}");
        return false;
    }
}
