using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>TG3147: a check of a certificate, token or signature that is switched off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CertificateAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = FindingCatalog.CheckSwitchedOff.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeCallback, OperationKind.DelegateCreation);
        context.RegisterOperationAction(AnalyzeSwitch, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);
        context.RegisterOperationAction(AnalyzeMember, OperationKind.PropertyReference);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    private static void AnalyzeCallback(OperationAnalysisContext context)
    {
        var made = (IDelegateCreationOperation)context.Operation;
        if (!CertificateCallback.Decides(made.Type)) return;
        var (function, body) = made.Target switch
        {
            IAnonymousFunctionOperation lambda => (lambda.Symbol, lambda.Body),
            IMethodReferenceOperation method => (method.Method, BodyOf(method)),
            _ => (null, null),
        };
        if (function is not null && body is not null && CertificateCallback.Accepts(function, body)) Report(context, "this callback accepts certificates that the platform refuses");
    }

    private static IOperation? BodyOf(IMethodReferenceOperation method)
    {
        if (method.Method.DeclaringSyntaxReferences is not [var declared] || declared.SyntaxTree != method.Syntax.SyntaxTree) return null;
        SyntaxNode? written = declared.GetSyntax() switch
        {
            MethodDeclarationSyntax one => (SyntaxNode?)one.Body ?? one.ExpressionBody,
            LocalFunctionStatementSyntax one => (SyntaxNode?)one.Body ?? one.ExpressionBody,
            _ => null,
        };
        return written is null ? null : method.SemanticModel?.GetOperation(written);
    }

    private static void AnalyzeMember(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation { Property.Name: "DangerousAcceptAnyServerCertificateValidator" }) Report(context, "this callback accepts every certificate");
    }

    private static void AnalyzeSwitch(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { } property } || assignment.Value.ConstantValue is not { HasValue: true, Value: { } value }) return;
        var isOff = property.Name switch
        {
            "TrustServerCertificate" => value is true,
            "CheckCertificateRevocationList" or "CheckCertificateRevocation" or "CheckCertificateName" => value is false,
            "VerificationFlags" => property.ContainingType.Name == "X509ChainPolicy" && value is not 0,
            "RevocationMode" or "CertificateRevocationCheckMode" => value is 0 && !HasOwnTrust(assignment),
            "ValidateIssuerSigningKey" or "ValidateLifetime" or "ValidateAudience" or "ValidateIssuer" or "RequireSignedTokens" or "RequireExpirationTime" => value is false && property.ContainingType.Name == "TokenValidationParameters",
            _ => false,
        };
        if (isOff) Report(context, $"`{property.Name} = {assignment.Value.Syntax}` switches a check off");
    }

    // A private authority has no place to ask whether it took a certificate back.
    private static bool HasOwnTrust(IOperation within) =>
        Origins.BodyOf(within).Descendants().OfType<IMemberReferenceOperation>().Any(one => one.Member.Name is "CustomRootTrust" or "CustomTrustStore");

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("CheckSignature" or "CheckSignatureReturningKey")) return;
        var type = call.TargetMethod.ContainingType;
        if (type.IsOrDerives("System.Security.Cryptography.Xml.SignedXml") && !call.Arguments.Any(one => one.Parameter?.RefKind == RefKind.None)) Report(context, "the signature is checked with the key that came with it");
        else if (type.Is("System.Security.Cryptography.Pkcs.SignedCms") && call.Arguments.Any(one => one.Parameter?.Name == "verifySignatureOnly" && one.Value.ConstantValue is { HasValue: true, Value: true })) Report(context, "the signature is checked, and not whose it is");
    }

    private static void Report(OperationAnalysisContext context, string what) => context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), what));
}
