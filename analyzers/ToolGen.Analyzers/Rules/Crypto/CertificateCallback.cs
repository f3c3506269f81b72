using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>Whether a callback may accept a certificate that the platform found wanting: its body is walked as if there were errors.</summary>
internal sealed class CertificateCallback
{
    private readonly IParameterSymbol? errors;
    private readonly bool asksErrors;
    private bool accepts;

    private CertificateCallback(IMethodSymbol function, IOperation body)
    {
        this.errors = function.Parameters.FirstOrDefault(one => one.Type.Is("System.Net.Security.SslPolicyErrors"));
        this.asksErrors = this.errors is not null && body.Descendants().Any(this.IsErrors);
    }

    /// <summary>Whether a delegate decides about certificates.</summary>
    public static bool Decides(ITypeSymbol? type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean } invoke } && invoke.Parameters.Any(one => one.Type.IsOrDerives("System.Security.Cryptography.X509Certificates.X509Certificate"));

    public static bool Accepts(IMethodSymbol function, IOperation body)
    {
        var walk = new CertificateCallback(function, body);
        walk.Walk(body, isPinned: false);
        return walk.accepts;
    }

    // Answers whether what follows is reached.
    private bool Walk(IOperation statement, bool isPinned)
    {
        switch (statement)
        {
            case IReturnOperation { ReturnedValue: { } value }:
                if (!isPinned && this.Judge(value) == true) this.accepts = true;
                return false;
            case IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }:
                return false;
            case IConditionalOperation { Type: null } branch:
                var condition = this.Truth(branch.Condition);
                var pinned = isPinned || this.IsPin(branch.Condition);
                var then = condition != false && this.Walk(branch.WhenTrue, pinned);
                var otherwise = condition != true && (branch.WhenFalse is null || this.Walk(branch.WhenFalse, pinned));
                return then || otherwise;
            default:
                foreach (var child in statement is IBlockOperation or ITryOperation or IUsingOperation or ILoopOperation or ISwitchOperation or ISwitchCaseOperation ? statement.ChildOperations.ToArray() : [])
                    if (!this.Walk(child, isPinned) && statement is IBlockOperation) return false;
                return true;
        }
    }

    // True: may accept.
    private bool? Judge(IOperation value) => Origins.Plain(value) switch
    {
        IConditionalOperation choice => this.IsPin(choice.Condition) ? false : this.Truth(choice.Condition) switch
        {
            true => this.Judge(choice.WhenTrue),
            false => this.Judge(choice.WhenFalse!),
            null => this.Judge(choice.WhenTrue) == true || this.Judge(choice.WhenFalse!) == true,
        },
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => !IsNone(arm.Pattern) && this.Judge(arm.Value) == true),
        var plain => this.Truth(plain) switch { true => true, false => false, null => !this.IsPin(plain) },
    };

    private bool? Truth(IOperation value)
    {
        value = Origins.Plain(value);
        if (value.ConstantValue is { HasValue: true, Value: bool constant }) return constant;
        switch (value)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !this.Truth(not.Operand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                return this.Truth(and.LeftOperand) is false || this.Truth(and.RightOperand) is false ? false : this.Truth(and.LeftOperand) is true && this.Truth(and.RightOperand) is true ? true : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or:
                return this.Truth(or.LeftOperand) is true || this.Truth(or.RightOperand) is true ? true : this.Truth(or.LeftOperand) is false && this.Truth(or.RightOperand) is false ? false : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals when this.IsErrorsAndNone(equals.LeftOperand, equals.RightOperand):
                return false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } differs when this.IsErrorsAndNone(differs.LeftOperand, differs.RightOperand):
                return true;
            case IIsPatternOperation { Pattern: var pattern } test when this.IsErrors(Origins.Plain(test.Value)):
                return IsNone(pattern) ? false : pattern is INegatedPatternOperation { Pattern: var inner } && IsNone(inner) ? true : null;
            case ILocalReferenceOperation when Origins.Last(value) is var origin && origin != value:
                return this.Truth(origin);
            default:
                return null;
        }
    }

    private bool IsErrors(IOperation value) => value is IParameterReferenceOperation parameter && SymbolEqualityComparer.Default.Equals(parameter.Parameter, this.errors);

    private bool IsErrorsAndNone(IOperation left, IOperation right) =>
        (this.IsErrors(Origins.Plain(left)) && IsZero(right)) || (this.IsErrors(Origins.Plain(right)) && IsZero(left));

    private static bool IsNone(IPatternOperation pattern) => pattern is IConstantPatternOperation { Value: var value } && IsZero(value);

    private static bool IsZero(IOperation value) => value.ConstantValue is { HasValue: true, Value: 0 };

    // A certificate held against a known one, or a chain built anew: that says nothing of the host, so the errors must be asked too.
    private bool IsPin(IOperation check) => check.DescendantsAndSelf().Select(Origins.Last).SelectMany(one => one.DescendantsAndSelf()).Any(one => one switch
    {
        IInvocationOperation { TargetMethod: { Name: "Build" or "Verify" } } => this.asksErrors,
        IInvocationOperation { TargetMethod: { } method } call => IsKnown(method.Name) || (call.Arguments.Any(IsCertificate) && !IsOfPlatform(method)),
        IPropertyReferenceOperation { Property.Name: var name } => IsKnown(name),
        _ => false,
    });

    private static bool IsKnown(string name) => name is "Thumbprint" or "GetCertHash" or "GetCertHashString" or "RawData" or "RawDataMemory" or "FixedTimeEquals" or "PublicKey" or "ExportSubjectPublicKeyInfo"
        || name.StartsWith("GetRawCertData", System.StringComparison.Ordinal) || name.StartsWith("GetPublicKey", System.StringComparison.Ordinal);

    private static bool IsCertificate(IArgumentOperation argument) => Origins.Plain(argument.Value).Type.IsOrDerives("System.Security.Cryptography.X509Certificates.X509Certificate");

    private static bool IsOfPlatform(IMethodSymbol method) => method.ContainingAssembly?.Name.StartsWith("System", System.StringComparison.Ordinal) ?? false;
}
