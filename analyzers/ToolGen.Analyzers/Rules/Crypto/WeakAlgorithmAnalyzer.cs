using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>TG3140 hashes and TG3141 ciphers that are broken: made, called, or chosen by name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakAlgorithmAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Hash = FindingCatalog.WeakHash.ToDiagnostic();
    private static readonly DiagnosticDescriptor Cipher = FindingCatalog.WeakCipher.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Hash, Cipher];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(one => Report(one, TypeOf(one.Operation)), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference);
        context.RegisterOperationAction(AnalyzeName, OperationKind.PropertyReference);
    }

    private static ITypeSymbol? TypeOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true } method } => method.ContainingType,
        IMethodReferenceOperation { Method: { IsStatic: true } method } => method.ContainingType,
        IObjectCreationOperation creation => creation.Type,
        _ => null,
    };

    private static void Report(OperationAnalysisContext context, ITypeSymbol? type)
    {
        var name = WeakAlgorithms.FactoryName(context.Operation);
        if (WeakAlgorithms.HashOf(type) is { } hash) ReportHash(context, hash);
        else if (WeakAlgorithms.CipherOf(type) is { } cipher) Report(context, Cipher, cipher);
        else if (name is not null && WeakAlgorithms.HashNamed(name) is { } chosen) ReportHash(context, chosen);
        else if (name is not null && WeakAlgorithms.CipherNamed(name) is { } named) Report(context, Cipher, named);
        else if (WeakAlgorithms.IsChosen(context.Operation)) Report(context, Hash, "whatever is asked for, MD5 too,");
    }

    private static void AnalyzeName(OperationAnalysisContext context)
    {
        var property = ((IPropertyReferenceOperation)context.Operation).Property;
        if (property is { IsStatic: true, Name: "MD5" or "SHA1" } && property.ContainingType.Is(TypeNames.Cryptography + ".HashAlgorithmName") && context.Operation.Parent is not IBinaryOperation) ReportHash(context, property.Name);
    }

    private static void ReportHash(OperationAnalysisContext context, string name)
    {
        if (!CachePurpose.Is(context.Operation)) Report(context, Hash, name);
    }

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, string name) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), name));
}
