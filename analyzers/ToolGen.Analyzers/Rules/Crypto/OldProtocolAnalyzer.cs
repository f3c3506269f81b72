using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>TG3148: a connection that anybody between may read: old protocols, none at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OldProtocolAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = FindingCatalog.OldProtocol.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeField, OperationKind.FieldReference);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(AnalyzeText, OperationKind.Literal);
    }

    private static void AnalyzeField(OperationAnalysisContext context)
    {
        var field = ((IFieldReferenceOperation)context.Operation).Field;
        var isOld = field.Name switch
        {
            "Ssl2" or "Ssl3" or "Tls" or "Tls11" => field.ContainingType.Is("System.Security.Authentication.SslProtocols") || field.ContainingType.Is("System.Net.SecurityProtocolType"),
            "Default" => field.ContainingType.Is("System.Security.Authentication.SslProtocols"),
            "NoEncryption" or "AllowNoEncryption" => field.ContainingType.Is("System.Net.Security.EncryptionPolicy"),
            _ => false,
        };
        if (isOld && !IsAsked(context.Operation)) context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), $"{field.ContainingType.Name}.{field.Name}"));
    }

    // Whoever compares with an old protocol refuses it, or takes it out.
    private static bool IsAsked(IOperation field)
    {
        for (var at = field.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.BitwiseNegation } or IBinaryOperation { OperatorKind: not BinaryOperatorKind.Or } or IPatternOperation or ICaseClauseOperation:
                case IInvocationOperation { TargetMethod.Name: "HasFlag" }:
                    return true;
                case IBinaryOperation or IConversionOperation or IParenthesizedOperation or IArgumentOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "EnableSsl" or "SecureSocketLayer" or "UseSsl" } property } && assignment.Value.ConstantValue is { HasValue: true, Value: false })
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), $"{property.Name} = false"));
    }

    private static void AnalyzeText(OperationAnalysisContext context)
    {
        if (context.Operation.ConstantValue is { Value: string text } && ConnectionText.Unprotected(text) is { } part)
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), part));
    }
}
