using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>TG3145: passwords that are guessed as fast as a hash is computed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PasswordHashAnalyzer : RuleAnalyzer
{
    private const int FewestIterations = 100_000;
    private const int SmallestWorkFactor = 10;

    private static readonly DiagnosticDescriptor Rule = FindingCatalog.FastPasswordHash.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (OfIterations(call.Arguments) is { } few) Report(context, few);
        else if (IsHash(call) && call.Arguments.FirstOrDefault(IsHashed) is { } input && IsOfPassword(input.Value)) Report(context, $"{call.TargetMethod.ContainingType.Name} of a password is computed billions of times a second");
    }

    private static void AnalyzeCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is(TypeNames.Cryptography + ".PasswordDeriveBytes")) Report(context, "PBKDF1 is as fast as its hash");
        else if (OfIterations(creation.Arguments) is { } few) Report(context, few);
        else if (creation.Type.IsOrDerives(TypeNames.Cryptography + ".Rfc2898DeriveBytes") && !creation.Arguments.Any(IsCount)) Report(context, "1,000 iterations are the default");
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "IterationCount" } property } && MaterialRoles.IsCryptographic(property.ContainingType) && Few(assignment.Value) is { } few) Report(context, few);
    }

    private static string? OfIterations(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { Type.SpecialType: SpecialType.System_Int32, ContainingSymbol: IMethodSymbol { ContainingType: { } type } method } parameter) continue;
            if (IsCount(argument) && (type.Name is "Rfc2898DeriveBytes" || method.Name.Contains("Pbkdf2") || MaterialRoles.IsCryptographic(type)) && Few(argument.Value) is { } few) return few;
            if (parameter.Name == "workFactor" && Constant(argument.Value) is { } factor && factor < SmallestWorkFactor) return $"a work factor of {factor} is small";
        }

        return null;
    }

    private static bool IsCount(IArgumentOperation argument) => argument.Parameter?.Name is "iterations" or "iterationCount";

    private static string? Few(IOperation value) => Constant(value) is { } count && count < FewestIterations ? $"{count} iterations are few" : null;

    private static int? Constant(IOperation value) => Origins.Last(value).ConstantValue is { HasValue: true, Value: int number } ? number : null;

    private static bool IsHash(IInvocationOperation call) =>
        call.TargetMethod.Name is "HashData" or "ComputeHash" or "ComputeHashAsync" or "TryHashData" or "TryComputeHash" or "HashDataAsync" or "AppendData" or "DeriveKey" or "Extract"
        && call.TargetMethod.ContainingType is { } type && type.IsIn(TypeNames.Cryptography) && !type.Name.StartsWith("HMAC", System.StringComparison.Ordinal);

    private static bool IsHashed(IArgumentOperation argument) => argument.Parameter?.Name is "source" or "buffer" or "data" or "ikm" or "inputStream";

    private static bool IsOfPassword(IOperation value) => Origins.Of(value).Any(one => NameOf(one) is { } own ? IsPassword(own) : one.Descendants().Select(NameOf).Any(name => name is not null && IsPassword(name)));

    private static bool IsPassword(string name) => SecretName.Head(name) is [.., "password" or "passwd" or "pwd" or "passphrase" or "passcode" or "pass" or "pin"];

    private static string? NameOf(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IMemberReferenceOperation member => member.Member.Name is "Length" or "UTF8" or "Unicode" or "ASCII" ? null : member.Member.Name,
        _ => null,
    };

    private static void Report(OperationAnalysisContext context, string why) => context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), why));
}
