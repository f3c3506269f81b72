using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using ToolGen.Forge.Inspection;
using ToolGen.Forge.Packages;
using ToolGen.Generator.Emit;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Compilation;

/// <summary>The station Compile: many tools into one assembly, in memory. A tool that does not compile, or that a rule refuses, is left out and does not disturb the others.</summary>
internal static class ToolCompiler
{
    /// <summary>How C# of tools is read.</summary>
    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        allowUnsafe: false,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable,
        reportSuppressedDiagnostics: true);

    /// <summary>Compiles; never throws on what a unit holds.</summary>
    /// <param name="units">One a tool; names are unique.</param>
    /// <param name="cancellationToken">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public static CompiledTools Compile(IReadOnlyList<ToolUnit> units, CancellationToken cancellationToken = default) => Compile(units, SourceRules.All, cancellationToken);

    internal static CompiledTools Compile(IReadOnlyList<ToolUnit> units, ImmutableArray<DiagnosticAnalyzer> rules, CancellationToken cancellationToken = default)
    {
        var clock = Stopwatch.StartNew();
        var trees = units.Select(unit => Trees(unit, cancellationToken)).ToArray();
        var findings = new EquatableArray<Finding>[units.Count];
        var effects = new EquatableArray<string>?[units.Count];
        var standing = Enumerable.Range(0, units.Count).ToHashSet();
        IReadOnlyDictionary<int, EquatableArray<Finding>>? judged = null;

        while (standing.Count > 0)
        {
            var compilation = Compilation(AssemblyName(units, standing), standing.Order().SelectMany(index => trees[index]).Concat(Nominals(standing.Select(index => units[index]))), ToolReferences.Libraries(standing.Order().Select(index => units[index])));
            using var image = new MemoryStream();

            // The rules look while the compiler writes: both take about as long, and most tools pass.
            using var looking = judged is null ? new AheadOf<IReadOnlyDictionary<int, EquatableArray<Finding>>>(stop => SourceRules.Check(units, trees, compilation, rules, stop), cancellationToken) : null;
            var emitted = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: cancellationToken);
            var byTool = ByTool(emitted.Diagnostics, trees, standing);
            foreach (var index in standing)
                findings[index] = CompileFindings.Of(units[index], byTool[index], compilation);
            if (emitted.Success)
            {
                // Only now is every name bound: what one means beyond values takes its tool out, and the rest is compiled again without it.
                if (Refuse(units, trees, findings, effects, standing, compilation, cancellationToken) > 0) continue;
                judged ??= looking!.Result;
                foreach (var (index, found) in judged) findings[index] = findings[index].Concat(found).Distinct().ToEquatableArray();
                if (standing.RemoveWhere(index => judged.TryGetValue(index, out var found) && found.Any(finding => finding.Severity == FindingSeverity.Error)) == 0)
                    return Result(units, findings, effects, standing, ToImmutable(image), clock);
                continue;
            }

            var failed = standing.Where(index => byTool[index].Any(IsError)).ToArray();
            if (failed.Length == 0)
            {
                // An error without a file can't be blamed on one tool: fail closed, all of them.
                foreach (var index in standing)
                    findings[index] = CompileFindings.Of(units[index], emitted.Diagnostics.Where(IsError), compilation);
                standing.Clear();
            }

            standing.ExceptWith(failed);
        }

        return Result(units, findings, effects, standing, [], clock);
    }

    private static int Refuse(
        IReadOnlyList<ToolUnit> units, SyntaxTree[][] trees, EquatableArray<Finding>[] findings, EquatableArray<string>?[] effects, HashSet<int> standing, CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        var refused = new List<int>();
        foreach (var index in standing)
        {
            Finding[] found = [.. SemanticGate.Check(units[index], trees[index], compilation), .. EffectGate.Check(units[index], trees[index], compilation, out effects[index], cancellationToken)];
            if (found.Length > 0) findings[index] = findings[index].Concat(found).ToEquatableArray();
            if (found.Any(finding => finding.Severity == FindingSeverity.Error)) refused.Add(index);
        }

        standing.ExceptWith(refused);
        return refused.Count;
    }

    private static CompiledTools Result(
        IReadOnlyList<ToolUnit> units, EquatableArray<Finding>[] findings, EquatableArray<string>?[] effects, HashSet<int> standing, ImmutableArray<byte> image, Stopwatch clock) =>
        new(image, units.Select((unit, index) => new CompiledTool(unit, findings[index], standing.Contains(index)) { Effects = effects[index] }).ToArray(), clock.Elapsed) { Libraries = ToolReferences.Libraries(standing.Order().Select(index => units[index])) };

    // What was read of the references belongs to compilations and goes with the last of them: this one stays.
    private static readonly Lazy<CSharpCompilation> Empty = new(() =>
    {
        var empty = CSharpCompilation.Create("ToolGen.Tools", [], ToolReferences.All, Options);
        _ = empty.GetSpecialType(SpecialType.System_Object);
        return empty;
    });

    /// <summary>Trees as an assembly of tools.</summary>
    internal static CSharpCompilation Compilation(string name, IEnumerable<SyntaxTree> trees, IReadOnlyList<PackageAssembly> libraries) =>
        libraries.Count == 0 ? Empty.Value.WithAssemblyName(name).AddSyntaxTrees(trees) : CSharpCompilation.Create(name, trees, ToolReferences.With(libraries), Options);

    /// <summary>The C# of one unit.</summary>
    internal static SyntaxTree[] Trees(ToolUnit unit, CancellationToken cancellationToken, CSharpParseOptions? options = null)
    {
        // Paths are names alone: an absolute one would make the image differ between machines.
        options ??= ParseOptions;
        var generated = CSharpSyntaxTree.ParseText(SourceText.From(unit.Source, Encoding.UTF8), options, unit.ClassName + ".g.cs", cancellationToken);
        return unit.Companion is not { } companion
            ? [generated]
            : [generated, CSharpSyntaxTree.ParseText(SourceText.From(companion.Text, Encoding.UTF8), options, companion.Path, cancellationToken)];
    }

    /// <summary>The nominal types that units use, each once a namespace.</summary>
    internal static IEnumerable<SyntaxTree> Nominals(IEnumerable<ToolUnit> units, CSharpParseOptions? options = null) =>
        from same in units.GroupBy(unit => unit.Namespace, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal)
        let text = NominalFile.Of(same.SelectMany(unit => unit.Nominals), same.Key)
        where text is not null
        select CSharpSyntaxTree.ParseText(SourceText.From(GeneratedFile.Of([text]), Encoding.UTF8), options ?? ParseOptions, "Types.g.cs");

    private static Dictionary<int, List<Diagnostic>> ByTool(ImmutableArray<Diagnostic> diagnostics, SyntaxTree[][] trees, HashSet<int> standing)
    {
        var owner = new Dictionary<SyntaxTree, int>();
        var byTool = new Dictionary<int, List<Diagnostic>>();
        foreach (var index in standing)
        {
            byTool[index] = [];
            foreach (var tree in trees[index]) owner[tree] = index;
        }

        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { } tree && owner.TryGetValue(tree, out var index))
                byTool[index].Add(diagnostic);
        }

        return byTool;
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>Two sets of tools never share a name, so that a loaded one can't stand in for another.</summary>
    private static string AssemblyName(IReadOnlyList<ToolUnit> units, HashSet<int> standing)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var index in standing.Order())
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(units[index].Source)));
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(units[index].Companion?.Text ?? "")));
        }

        return "ToolGen.Tools." + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static ImmutableArray<byte> ToImmutable(MemoryStream image) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(image.ToArray());
}
