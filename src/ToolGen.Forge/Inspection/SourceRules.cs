using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Analyzers.AllowList;
using ToolGen.Analyzers.Taint;
using ToolGen.Forge.Compilation;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Inspection;

/// <summary>
/// Runs every rule over C# on tools that compiled, as the strict profile does and with nothing suppressed: no pragma, attribute or mark of generated code,
/// which whoever wrote a spec could have written too, takes a finding away.
/// </summary>
internal static class SourceRules
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> LazyAll = new(() =>
    [
        // The list of members is the gate's, which knows the packages of each tool.
        .. typeof(TaintAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type != typeof(MemberListAnalyzer))
            .OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ]);

    // That a finding is an error is decided in RuleFindings: here it matters that no rule is off.
    private static readonly Lazy<ImmutableDictionary<string, ReportDiagnostic>> Strict = new(() => SecurityFindings.All.ToImmutableDictionary(finding => finding.Id, _ => ReportDiagnostic.Error));

    /// <summary>Every rule that the build of a project knows.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All => LazyAll.Value;

    /// <summary>The findings of each unit whose trees are in the compilation, by its index; an error refuses the unit.</summary>
    /// <param name="units">All units.</param>
    /// <param name="trees">The trees of each unit.</param>
    /// <param name="compilation">One without errors.</param>
    /// <param name="rules">What to run; <see cref="All"/> in the forge.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static IReadOnlyDictionary<int, EquatableArray<Finding>> Check(
        IReadOnlyList<ToolUnit> units, SyntaxTree[][] trees, CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> rules, CancellationToken cancellationToken)
    {
        var owners = new Dictionary<SyntaxTree, int>();
        for (var index = 0; index < units.Count; index++)
            foreach (var tree in trees[index].Where(compilation.ContainsSyntaxTree)) owners[tree] = index;

        var found = new Dictionary<int, List<Finding>>();
        foreach (var diagnostic in Run(compilation, rules, cancellationToken))
        {
            // What has no file can't be blamed on one tool: all of them have it.
            IEnumerable<int> blamed = diagnostic.Location.SourceTree is not { } tree ? owners.Values.Distinct() : owners.TryGetValue(tree, out var owner) ? [owner] : [];
            foreach (var index in blamed)
            {
                if (!found.TryGetValue(index, out var list)) found[index] = list = [];
                if (RuleFindings.Of(units[index], diagnostic) is { } finding) list.Add(finding);
            }
        }

        return found.ToDictionary(pair => pair.Key, pair => RuleFindings.Ordered(pair.Value));
    }

    private static ImmutableArray<Diagnostic> Run(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> rules, CancellationToken cancellationToken) =>
        compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(Strict.Value))
            .WithAnalyzers([.. rules.Select(rule => new GeneratedCodeToo(rule))], new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([], new StrictOptions()), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync(cancellationToken).GetAwaiter().GetResult();
}
