using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Secrets;

/// <summary>TG3101: a text of the code goes to, or is compared with, what is named for a secret.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamedSecretAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = FindingCatalog.NamedSecret.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeInitializer, OperationKind.VariableDeclarator, OperationKind.FieldInitializer, OperationKind.PropertyInitializer, OperationKind.ParameterInitializer);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        context.RegisterOperationAction(AnalyzeArgument, OperationKind.Argument);
        context.RegisterOperationAction(AnalyzeReturn, OperationKind.Return);
        context.RegisterOperationAction(AnalyzeComparison, OperationKind.Binary, OperationKind.IsPattern, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeTuple, OperationKind.Tuple);
    }

    private static void AnalyzeInitializer(OperationAnalysisContext context)
    {
        var (name, value) = context.Operation switch
        {
            IVariableDeclaratorOperation { Initializer.Value: { } one } local => (local.Symbol.Name, one),
            IFieldInitializerOperation { InitializedFields: [var field, ..] } one => (field.Name, one.Value),
            IPropertyInitializerOperation { InitializedProperties: [var property, ..] } one => (property.Name, one.Value),
            IParameterInitializerOperation { Parameter.Name: var parameter } one => (parameter, one.Value),
            _ => (null, null),
        };
        Report(context, name, value);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        Report(context, PlaceName.Of(assignment.Target), assignment.Value);
    }

    private static void AnalyzeArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { ContainingSymbol: IMethodSymbol } || argument.ArgumentKind == ArgumentKind.DefaultValue || !Origins.Plain(argument.Value).Type.IsTextOrBytes()) return;
        Report(context, PlaceName.Of(argument), argument.Value);
    }

    private static void AnalyzeReturn(OperationAnalysisContext context)
    {
        if (context.Operation is not IReturnOperation { ReturnedValue: { } value }) return;
        var member = context.Operation.Parent?.Parent switch
        {
            ILocalFunctionOperation function => PlaceName.Returned(function.Symbol),
            IAnonymousFunctionOperation => null,
            _ => context.ContainingSymbol is IMethodSymbol method ? PlaceName.Returned(method) : context.ContainingSymbol.Name,
        };
        Report(context, member, value);
    }

    private static void AnalyzeComparison(OperationAnalysisContext context)
    {
        var (left, right) = context.Operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } both => (both.LeftOperand, both.RightOperand),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var one } } test => (test.Value, one),
            IInvocationOperation { TargetMethod.Name: "Equals" or "FixedTimeEquals" or "SequenceEqual" } call when Sides(call) is [var one, var other, ..] => (one, other),
            _ => (null, null),
        };
        if (left is null || right is null) return;
        Report(context, PlaceName.Compared(left), right);
        Report(context, PlaceName.Compared(right), left);
    }

    private static IOperation[] Sides(IInvocationOperation call) => (call.Instance is null ? [] : new[] { call.Instance }).Concat(call.Arguments.Select(one => one.Value)).ToArray();

    private static void AnalyzeTuple(OperationAnalysisContext context)
    {
        var tuple = (ITupleOperation)context.Operation;
        if (tuple.NaturalType is not INamedTypeSymbol { TupleElements: { } names } || names.Length != tuple.Elements.Length) return;
        for (var i = 0; i < names.Length; i++) Report(context, names[i].Name, tuple.Elements[i]);
    }

    private static void Report(OperationAnalysisContext context, string? name, IOperation? value)
    {
        if (name is null || value is null || !(SecretName.IsStrong(name) || SecretName.IsWeak(name))) return;
        foreach (var (text, at) in HardCodedText.Of(value))
            if (SecretValue.IsOf(name, text) && SecretShapes.KindIn(text) is null && SecretParts.NameIn(text) is null && !IsFoundAtItsOwnName(at, value))
                context.ReportDiagnostic(Diagnostic.Create(Rule, at.Syntax.GetLocation(), name));
    }

    // A constant of a secret's name is found where it is written, and not again wherever it is used.
    private static bool IsFoundAtItsOwnName(IOperation at, IOperation value) =>
        Origins.Of(value).Concat([at]).Any(one => one is IFieldReferenceOperation or ILocalReferenceOperation && PlaceName.Of(one) is { } own && SecretName.IsStrong(own));
}
