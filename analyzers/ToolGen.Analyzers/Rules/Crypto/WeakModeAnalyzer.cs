using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>TG3142: a cipher that is sound, used in a way that is not: modes, paddings, lengths of keys and tags.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakModeAnalyzer : RuleAnalyzer
{
    private const int ShortestKey = 2048;
    private const int ShortestTag = 12;

    private static readonly DiagnosticDescriptor Rule = FindingCatalog.WeakMode.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.FieldReference, OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);

    private static void Analyze(OperationAnalysisContext context)
    {
        if (WhyWeak(context.Operation) is { } why) context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), why));
    }

    private static string? WhyWeak(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { Name: "ECB" } mode } when mode.ContainingType.Is(TypeNames.Cryptography + ".CipherMode") && !IsCompared(operation) => "ECB encrypts equal blocks to equal blocks",
        IPropertyReferenceOperation { Property: { Name: "Pkcs1" } padding } when padding.ContainingType.Is(TypeNames.Cryptography + ".RSAEncryptionPadding") => "RSA with this padding tells a message to whoever may ask whether it decrypts",
        IInvocationOperation { TargetMethod: { } method } call when method.ContainingType.IsIn(TypeNames.Cryptography) => OfCall(method, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation when constructor.ContainingType.IsIn(TypeNames.Cryptography) => OfCreation(constructor.ContainingType, creation.Arguments),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "KeySize" } size }, Value.ConstantValue: { HasValue: true, Value: int bits } } when IsAsymmetric(size.ContainingType) => OfKey(bits),
        _ => null,
    };

    private static bool IsCompared(IOperation mode) => mode.Parent is IBinaryOperation or IConstantPatternOperation or ISingleValueCaseClauseOperation;

    private static string? OfCall(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments) => method.Name switch
    {
        "EncryptEcb" or "DecryptEcb" or "TryEncryptEcb" or "TryDecryptEcb" => "ECB encrypts equal blocks to equal blocks",
        "Encrypt" or "Decrypt" when method.ContainingType.Name == "RSACryptoServiceProvider" && Constant(arguments, "fOAEP") is false => "RSA with this padding tells a message to whoever may ask whether it decrypts",
        "Create" when IsAsymmetric(method.ContainingType) => OfKey(arguments, "keySizeInBits"),
        _ => null,
    };

    private static string? OfCreation(INamedTypeSymbol type, ImmutableArray<IArgumentOperation> arguments)
    {
        if (IsAsymmetric(type)) return OfKey(arguments, "dwKeySize") ?? OfKey(arguments, "keySize");
        return type.Name is "AesGcm" or "AesCcm" && Constant(arguments, "tagSizeInBytes") is int bytes && bytes < ShortestTag ? $"a tag of {bytes} bytes is guessed" : null;
    }

    // A size that is asked for wants a bound, and one that is long enough.
    private static string? OfKey(ImmutableArray<IArgumentOperation> arguments, string parameter)
    {
        if (arguments.FirstOrDefault(one => one.Parameter?.Name == parameter) is not { } size) return null;
        if (Constant(arguments, parameter) is int bits) return OfKey(bits);
        var bounds = Origins.BodyOf(size).Descendants().SelectMany(Bounds).ToArray();
        return bounds.Length > 0 && bounds.All(bound => bound < ShortestKey) ? "a key may be so short that it is found by computing" : null;
    }

    private static int[] Bounds(IOperation operation) => (operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } comparison => [comparison.LeftOperand, comparison.RightOperand],
        IInvocationOperation { TargetMethod.Name: "Max" or "Clamp" or "ThrowIfLessThan" } call => call.Arguments.Select(one => one.Value).ToArray(),
        IRelationalPatternOperation pattern => [pattern.Value],
        IConstantPatternOperation pattern => [pattern.Value],
        _ => System.Array.Empty<IOperation>(),
    }).Select(one => one.ConstantValue.Value).OfType<int>().Where(bound => bound > 128).ToArray();

    private static string? OfKey(int bits) => bits is > 0 and < ShortestKey ? $"a key of {bits} bits is found by computing" : null;

    private static bool IsAsymmetric(ITypeSymbol? type) => type.IsOrDerives(TypeNames.Cryptography + ".RSA") || type.IsOrDerives(TypeNames.Cryptography + ".DSA");

    private static object? Constant(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(one => one.Parameter?.Name == parameter) is { } argument && Origins.Last(argument.Value).ConstantValue is { HasValue: true } constant ? constant.Value : null;
}
