using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Generator.Pipeline;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Joining;

/// <summary>Methods that other stacks call as tools and that could be tools of the catalog (TG2340, TG2341, TG2342), or why they could not (TG2343).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JoiningAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        new[] { FindingCatalog.McpToolCanJoin, FindingCatalog.KernelFunctionCanJoin, FindingCatalog.FunctionCanJoin, FindingCatalog.CannotJoin }.Select(FindingDiagnostics.DescriptorOf).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (Stacks.Of(start.Compilation) is not { } stacks) return;
            if (stacks.McpTool is not null || stacks.KernelFunction is not null) start.RegisterSymbolAction(symbol => OfType(symbol, stacks), SymbolKind.NamedType);
            if (stacks.Functions is not null) start.RegisterOperationAction(operation => OfCall(operation, stacks), OperationKind.Invocation);
        });
    }

    private static void OfType(SymbolAnalysisContext context, Stacks stacks)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var (attribute, descriptor, isKernel) in new[] { (stacks.McpTool, FindingCatalog.McpToolCanJoin, false), (stacks.KernelFunction, FindingCatalog.KernelFunctionCanJoin, true) })
        {
            if (attribute is null || !type.GetMembers().Any(member => member is IMethodSymbol && StackNames.Find(member, attribute) is not null)) continue;
            var reader = new JoinReader(stacks, context.CancellationToken);
            foreach (var candidate in isKernel ? reader.Kernel(type) : reader.Mcp(type))
            {
                if (StackNames.Find(candidate.Method, attribute)?.ApplicationSyntaxReference is { } written)
                    context.ReportDiagnostic(Of(candidate, descriptor, Location.Create(written.SyntaxTree, written.Span)));
            }
        }
    }

    private static void OfCall(OperationAnalysisContext context, Stacks stacks)
    {
        var operation = (IInvocationOperation)context.Operation;
        if (operation.TargetMethod.Name != "Create" || FunctionCall.Of(operation, stacks.Functions!) is not { } call || (call.Method is { } known && StackNames.IsTool(known))) return;
        var candidate = call is { Method: { } method, Problem: null } ? new JoinReader(stacks, context.CancellationToken).Function(method, call.Name, call.Description) : null;
        context.ReportDiagnostic(candidate is null
            ? Diagnostic.Create(FindingDiagnostics.DescriptorOf(FindingCatalog.CannotJoin), call.Place.GetLocation(), Text(FindingCatalog.CannotJoin, call.Method?.Name ?? "the method", call.Problem!))
            : Of(candidate, FindingCatalog.FunctionCanJoin, call.Place.GetLocation()));
    }

    private static Diagnostic Of(JoinCandidate candidate, FindingDescriptor descriptor, Location place) => candidate.Problem is { } problem
        ? Diagnostic.Create(FindingDiagnostics.DescriptorOf(FindingCatalog.CannotJoin), place, Text(FindingCatalog.CannotJoin, candidate.Method.Name, problem))
        : Diagnostic.Create(FindingDiagnostics.DescriptorOf(descriptor), place, Text(descriptor, candidate.Method.Name));

    private static string Text(FindingDescriptor descriptor, params string[] arguments)
    {
        var finding = new Finding(descriptor, default!, new(arguments));
        return finding.Remedy.Length == 0 ? finding.Message : finding.Message + ". " + finding.Remedy;
    }
}
