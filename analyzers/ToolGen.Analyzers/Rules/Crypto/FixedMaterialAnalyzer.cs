using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>TG3143: a key that is in the code. TG3144: an IV, nonce or salt that is the same every time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FixedMaterialAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Key = FindingCatalog.KeyInCode.ToDiagnostic();
    private static readonly DiagnosticDescriptor Vector = FindingCatalog.FixedVector.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Key, Vector];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeArgument, OperationKind.Argument);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    private static void AnalyzeArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { ContainingSymbol: IMethodSymbol method } parameter || MaterialRoles.Of(method, parameter.Name) is var role && role == MaterialRole.None || !MaterialRoles.IsCryptographic(method.ContainingType)) return;
        Report(context, role, argument.Value);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { Name: "Key" or "IV" or "Salt" } property } || !MaterialRoles.IsCryptographic(property.ContainingType)) return;
        Report(context, property.Name == "Key" ? MaterialRole.Key : MaterialRole.Vector, assignment.Value);
    }

    private static void Report(OperationAnalysisContext context, MaterialRole role, IOperation value)
    {
        if (IsNull(value)) return;
        var isFixed = FixedBytes.Are(value);
        if (role == MaterialRole.Key && isFixed) context.ReportDiagnostic(Diagnostic.Create(Key, value.Syntax.GetLocation(), value.Syntax.ToString()));
        if (role == MaterialRole.Vector && (isFixed ? "is the same every time" : IsOfKey(value) ? "is made of the key" : DerivedNonce.Is(value) ? "is the same for the same call" : null) is { } why) context.ReportDiagnostic(Diagnostic.Create(Vector, value.Syntax.GetLocation(), value.Syntax.ToString(), why));
    }

    private static bool IsNull(IOperation value) => Origins.Plain(value) is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } };

    // A vector cut out of a key, or hashed from one, is the same every time too.
    private static bool IsOfKey(IOperation vector) => Origins.Of(vector).Last().DescendantsAndSelf().Any(one => one switch
    {
        IPropertyReferenceOperation { Property: { Name: "Key" } property } => MaterialRoles.IsCryptographic(property.ContainingType),
        IParameterReferenceOperation parameter => MaterialRoles.IsKey(parameter.Parameter.Name),
        ILocalReferenceOperation local => MaterialRoles.IsKey(local.Local.Name),
        IFieldReferenceOperation field => MaterialRoles.IsKey(field.Field.Name),
        _ => false,
    });
}
