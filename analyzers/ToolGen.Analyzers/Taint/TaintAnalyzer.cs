using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Rules;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Taint;

/// <summary>Follows what a model, or the world outside, controls from each tool to what is dangerous: TG3001 and on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaintAnalyzer : DiagnosticAnalyzer
{
    // Following calls into calls needs more stack than a pool's thread is sure to have.
    private const int StackBytes = 64 * 1024 * 1024;

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors =
        FlowRules.Findings.Add(FindingCatalog.TooLargeToFollow).ToImmutableDictionary(finding => finding.Id, finding => finding.ToDiagnostic());

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var options = TaintOptions.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            var engine = new Lazy<FlowEngine>(() => new(start.Compilation, FlowRules.Model, options.TrustsEnvironment));
            start.RegisterOperationBlockAction(block =>
            {
                if (block.OwningSymbol is not IMethodSymbol method) return;
                foreach (var body in block.OperationBlocks) Models.Of(block.Compilation).Take(body);
                if (Entries.IsTool(method)) Follow(engine.Value, method, Entries.Arguments(method), block.CancellationToken, block.ReportDiagnostic);
                else if (options.EveryMethod) Follow(engine.Value, method, [], block.CancellationToken, block.ReportDiagnostic, isTool: false);
            });
            start.RegisterOperationAction(
                call =>
                {
                    var invocation = (IInvocationOperation)call.Operation;
                    if (!Entries.MakesTool(invocation)) return;
                    foreach (var function in Entries.FunctionsOf(invocation)) FollowFunction(engine.Value, function, call.ContainingSymbol, call.CancellationToken, call.ReportDiagnostic);
                },
                OperationKind.Invocation);
        });
    }

    private static void FollowFunction(FlowEngine engine, IOperation function, ISymbol around, CancellationToken cancellation, Action<Diagnostic> report)
    {
        if (function is IMethodReferenceOperation { Method: { } method })
        {
            if (!Entries.IsTool(method)) Follow(engine, method, Entries.Arguments(method), cancellation, report);
            return;
        }

        if (function is IAnonymousFunctionOperation lambda)
            Run(engine, () => engine.FindLambda(around, lambda.Syntax, cancellation), Entries.Arguments(lambda.Symbol), lambda.Syntax, cancellation, report);
    }

    private static void Follow(FlowEngine engine, IMethodSymbol method, ImmutableHashSet<ISymbol> arguments, CancellationToken cancellation, Action<Diagnostic> report, bool isTool = true)
    {
        if (Entries.IsTyped(method)) report = Unbounded(report);
        var syntax = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is not null) Run(engine, () => engine.Bodies.Of(method, cancellation), arguments, syntax, cancellation, report, isTool);
    }

    /// <summary>Leaves out what a typed tool's limits hold.</summary>
    private static Action<Diagnostic> Unbounded(Action<Diagnostic> report) => found =>
    {
        if (!BoundsRule.HeldByLimits.Any(held => held.Id == found.Id)) report(found);
    };

    private static void Run(FlowEngine engine, Func<Body?> body, ImmutableHashSet<ISymbol> arguments, SyntaxNode entry, CancellationToken cancellation, Action<Diagnostic> report, bool isTool = true)
    {
        Summary? summary = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    lock (engine)
                        summary = body() is { } found ? engine.Summarize(found, Context.Any, cancellation) : null;
                }
                catch (Exception thrown)
                {
                    failure = thrown;
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure).Throw();
        if (summary is not null) Report(summary, arguments, entry, report, isTool);
    }

    private static void Report(Summary summary, ImmutableHashSet<ISymbol> arguments, SyntaxNode entry, Action<Diagnostic> report, bool isTool)
    {
        if (!summary.IsWhole) report(Diagnostic.Create(Descriptors[FindingCatalog.TooLargeToFollow.Id], FoundPath.Head(entry)));
        var told = new HashSet<(string, SyntaxNode)>();
        foreach (var hit in summary.Hits.AddRange(isTool ? summary.Answers : []))
            // What a template wrote is judged where the template is made.
            if (!Bodies.IsTemplates(hit.Site.GetLocation()) && FoundPath.Of(hit, arguments, entry) is { } path && told.Add((path.Finding.Id, hit.Site)))
                report(path.ToDiagnostic(Descriptors[path.Finding.Id]));
    }
}
