using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>TG3149: a MAC, signature or secret compared byte by byte until the first that differs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretComparisonAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = FindingCatalog.TimedComparison.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeOperator, OperationKind.Binary);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "FixedTimeEquals" && call.Arguments.Select(one => one.Value).FirstOrDefault(IsCut) is { } cut)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), $"only as many bytes of `{cut.Syntax}` are compared as the other side gives"));
            return;
        }

        if (call.TargetMethod.Name is not ("SequenceEqual" or "Equals" or "Compare" or "CompareOrdinal" or "CompareTo" or "SequenceCompareTo") || call.TargetMethod.IsOverride && call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String) return;
        var compared = (call.Instance is null ? [] : new[] { call.Instance }).Concat(call.Arguments.Select(one => one.Value)).Where(one => Origins.Plain(one).Type.IsTextOrBytes()).ToArray();
        if (compared.Length >= 2) Analyze(context, compared[0], compared[1]);
    }

    private static void AnalyzeOperator(OperationAnalysisContext context)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)) return;
        var (left, right) = (Origins.Plain(comparison.LeftOperand), Origins.Plain(comparison.RightOperand));
        if (left.Type is { SpecialType: SpecialType.System_String } && right.Type is { SpecialType: SpecialType.System_String }) Analyze(context, left, right);
        else if (ElementOf(left) is { } one && ElementOf(right) is { } other) Analyze(context, one, other);
    }

    // A slice whose length is that of something else.
    private static bool IsCut(IOperation value) => Origins.Last(value) switch
    {
        IInvocationOperation { TargetMethod.Name: "AsSpan" or "Slice" or "Take" or "AsMemory" } slice => slice.Arguments.Any(one => one.Parameter?.Name is "length" or "count" && IsLengthOf(one.Value)),
        IImplicitIndexerReferenceOperation range => IsLengthOf(range.Argument),
        IArrayElementReferenceOperation { Type: IArrayTypeSymbol, Indices: [var range] } => IsLengthOf(range),
        _ => false,
    };

    private static bool IsLengthOf(IOperation length) => !length.ConstantValue.HasValue && Origins.Last(length).DescendantsAndSelf().Any(one => one is IPropertyReferenceOperation { Property.Name: "Length" or "Count" });

    private static IOperation? ElementOf(IOperation value) => value switch
    {
        IArrayElementReferenceOperation element when element.ArrayReference.Type.IsTextOrBytes() => element.ArrayReference,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } when indexed.Type.IsTextOrBytes() => indexed,
        _ => null,
    };

    private static void Analyze(OperationAnalysisContext context, IOperation left, IOperation right)
    {
        if (IsConstant(left) || IsConstant(right)) return;
        var secret = ComparedSecret.Of(left, context.ContainingSymbol) ?? ComparedSecret.Of(right, context.ContainingSymbol);
        if (secret is not null) context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), $"comparing `{secret}` takes the longer the more of it was guessed"));
    }

    private static bool IsConstant(IOperation value) => value.ConstantValue.HasValue || Origins.Plain(value) is IDefaultValueOperation or IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };
}
