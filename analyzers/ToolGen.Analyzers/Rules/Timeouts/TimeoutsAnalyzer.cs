using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Rules.Reach;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Timeouts;

/// <summary>Waits of tools that nothing ends: TG3110–3113.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TimeoutsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NotPassed = FindingCatalog.TokenNotPassed.ToDiagnostic();
    private static readonly DiagnosticDescriptor Blocking = FindingCatalog.BlockingWait.ToDiagnostic();
    private static readonly DiagnosticDescriptor Endless = FindingCatalog.EndlessWait.ToDiagnostic();
    private static readonly DiagnosticDescriptor NoToken = FindingCatalog.NoTokenToPass.ToDiagnostic();

    // Local files and what is in memory answer by themselves; work that is only started ends by its own.
    private static readonly string[] Immediate = ["System.IO.File", "System.IO.TextReader", "System.IO.TextWriter", "System.IO.FileStream", "System.Threading.Tasks.Task", "System.Threading.Tasks.Parallel"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NotPassed, Blocking, Endless, NoToken];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterOperationAction(Call, OperationKind.Invocation);
        context.RegisterOperationAction(one => Block(one, one.Operation), OperationKind.PropertyReference);
        context.RegisterOperationAction(Loop, OperationKind.Loop);
        context.RegisterOperationAction(Await, OperationKind.Await);
        context.RegisterOperationAction(Setting, OperationKind.SimpleAssignment);
    }

    private static void Call(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Block(context, call)) return;
        if (EndlessWaits.Remedy(call) is { } remedy)
        {
            Report(context, Endless, NameOf(call), remedy);
            return;
        }

        var use = TokenUses.Of(call);
        if (use is TokenUse.None or TokenUse.Given || Bounds.IsInMemory(call) || IsCleanUp(call)) return;
        var token = TokenAtHand.At(call, context.ContainingSymbol);
        if (use == TokenUse.Unlinked)
        {
            if (Parameter(context) is { } own) Report(context, NotPassed, NameOf(call), own);
        }
        else if (token is not null) Report(context, NotPassed, NameOf(call), token, token: token);
        else if (Waits(call) && !Bounds.HasTimeout(call) && !Bounds.IsWaitedWithEnd(call) && !Bounds.AreSetAround(call, Streams.IsRemote(call.Instance))) Report(context, NoToken, NameOf(call), "");
    }

    private static bool Block(OperationAnalysisContext context, IOperation operation)
    {
        if (BlockingWaits.Of(operation) is not { } wait) return false;
        Report(context, Blocking, wait.Name, wait.Instead, token: TokenAtHand.At(operation, context.ContainingSymbol));
        return true;
    }

    private static void Loop(OperationAnalysisContext context)
    {
        if (context.Operation is not IForEachLoopOperation { IsAsynchronous: true, Collection: var items } || items.DescendantsAndSelf().Any(one => one.Type.Is(TokenUses.Token) || one is IInvocationOperation call && TokenUses.Of(call) != TokenUse.None)) return;
        if (TokenAtHand.At(context.Operation, context.ContainingSymbol) is not { } token || items.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(one => IsMadeWithToken(one))) return;
        Report(context, NotPassed, "await foreach", token, items.Syntax, token);
    }

    // Somebody else completes it, or nobody.
    private static void Await(OperationAnalysisContext context)
    {
        var awaited = ((IAwaitOperation)context.Operation).Operation;
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner }) awaited = inner;
        if (awaited is not IPropertyReferenceOperation { Property: { Name: "Task", ContainingType: { Name: "TaskCompletionSource" } source } } || IsEndedHere(awaited, source)) return;
        Report(context, Endless, source.Name + ".Task", "Await it with `WaitAsync`, a timeout and a CancellationToken");
    }

    private static bool IsEndedHere(IOperation awaited, INamedTypeSymbol source) => TokenUses.Root(awaited).Descendants().Any(one =>
        one is IInvocationOperation { TargetMethod: { Name: "Register" or "UnsafeRegister" } method } && method.ContainingType.Is(TokenUses.Token)
        || one is IInvocationOperation { TargetMethod: { Name: var name } set } && set.ContainingType.Name == source.Name && name.IndexOf("Cancel", StringComparison.Ordinal) >= 0);

    private static bool IsMadeWithToken(ILocalReferenceOperation local) => TokenUses.Root(local).Descendants().OfType<IVariableDeclaratorOperation>()
        .Any(one => SymbolEqualityComparer.Default.Equals(one.Symbol, local.Local) && one.Descendants().Any(part => part.Type.Is(TokenUses.Token)));

    private static void Setting(OperationAnalysisContext context)
    {
        var set = (ISimpleAssignmentOperation)context.Operation;
        if (set.Target is not IPropertyReferenceOperation { Property: { Name: var name } property } || !name.EndsWith("Timeout", StringComparison.Ordinal)) return;
        var isNever = Bounds.IsInfinite(set.Value) || set.Value.ConstantValue is { HasValue: true, Value: 0 } && (property.ContainingType.IsA("System.Data.IDbCommand") || name is "CommandTimeout" or "ReceiveTimeout" or "SendTimeout");
        if (isNever && !Bounds.AreSetAround(set)) Report(context, Endless, $"{property.ContainingType.Name}.{name}", "Set a time after which the answer is of no use any more");
    }

    private static string? Parameter(OperationAnalysisContext context) => (context.ContainingSymbol as IMethodSymbol)?.Parameters.FirstOrDefault(one => one.Type.Is(TokenUses.Token))?.Name;

    private static bool Waits(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        // A method that takes a token says itself that it may take long.
        if (Streams.IsRemote(call.Instance) || method.Parameters.Any(one => one.Type.Is(TokenUses.Token) && !one.IsOptional)) return true;
        if (method.ReturnType.Name is not ("Task" or "ValueTask" or "IAsyncEnumerable" or "HttpResponseMessage")) return false;
        if (method.ContainingType.ContainingNamespace?.ToDisplayString() is "System.Text.Json" or "System.Xml" or "System.Xml.Linq") return false;
        var type = call.Instance?.Type ?? method.ContainingType;
        return method.Name == "Delay" ? method.ContainingType.Is("System.Threading.Tasks.Task") : !Array.Exists(Immediate, type.IsA);
    }

    // What runs after the fact must run even when the call was cancelled; the next attempt of a loop, and its pause, need not.
    private static bool IsCleanUp(IInvocationOperation call) => call.TargetMethod.Name != "Delay"
        && call.Syntax.Ancestors().TakeWhile(one => one is not MemberDeclarationSyntax).Any(one => one is FinallyClauseSyntax || one is CatchClauseSyntax && !one.Ancestors().Any(IsLoop));

    private static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax;

    private static string NameOf(IInvocationOperation call) => $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}";

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor descriptor, string name, string instead, SyntaxNode? at = null, string? token = null)
    {
        if (ReachedCode.Of(context.Compilation).By(ToolTraits.Any, context.Operation, context.ContainingSymbol, context.CancellationToken) is { } tool && !IsEndedWithItsCall(context.Operation, tool))
            context.ReportDiagnostic(Diagnostic.Create(descriptor, (at ?? context.Operation.Syntax).GetLocation(), FixHints.Of(FixHints.Token, token), name, tool.Name, instead));
    }

    // The host of a typed tool ends all that the context handed out when the call ends; what a method is given for a context may be anybody's.
    private static bool IsEndedWithItsCall(IOperation operation, ToolEntry tool) =>
        tool.Node is IMethodSymbol method && Entries.IsTyped(method)
        && operation is IInvocationOperation { TargetMethod.ContainingType: { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "ToolGen", ContainingNamespace.IsGlobalNamespace: true } } };
}
