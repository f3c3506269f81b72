using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Secrets;

/// <summary>Texts that are secrets by themselves, wherever they go: TG3102 by their beginning, TG3103 by a name within them, TG3104 by their looks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretTextAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Known = FindingCatalog.KnownSecret.ToDiagnostic();
    private static readonly DiagnosticDescriptor Within = FindingCatalog.SecretInText.ToDiagnostic();
    private static readonly DiagnosticDescriptor Random = FindingCatalog.RandomSecret.ToDiagnostic();

    private static readonly ImmutableHashSet<string> Harmless = ["hash", "sha", "md", "crc", "checksum", "digest", "etag", "thumbprint", "fingerprint", "guid", "uuid", "id", "ids", "version", "commit", "revision", "public", "certificate", "cert", "alphabet", "chars", "charset", "characters", "image", "icon", "logo", "png", "data", "expected", "pattern", "regex", "mime", "integrity", "url", "path", "model", "signature", "name", "blob", "svg", "pem", "format", "cursor", "vector", "table", "sample", "letters", "digits", "identifier", "deployment"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Known, Within, Random];

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Literal, OperationKind.Utf8String, OperationKind.Binary);

    private static void Analyze(OperationAnalysisContext context)
    {
        var operation = context.Operation;
        if (operation.Parent is IBinaryOperation { ConstantValue.HasValue: true }) return;
        if ((operation is IUtf8StringOperation utf8 ? utf8.Value : operation.ConstantValue is { HasValue: true, Value: string text } ? text : null) is not { Length: >= 8 } value) return;
        if (SecretShapes.KindIn(value) is { } kind) Report(context, Known, kind);
        else if (SecretParts.NameIn(value) is { } name) Report(context, Within, name);
        else if (RandomText.IsKey(value) && !IsHarmless(operation, context.ContainingSymbol)) Report(context, Random, value.Length.ToString(CultureInfo.InvariantCulture));
    }

    // What it goes to, nearest first; a name of secrets is TG3101's.
    private static bool IsHarmless(IOperation text, ISymbol within)
    {
        for (var at = text; at.Parent is { } parent; at = parent)
        {
            var name = parent switch
            {
                IArgumentOperation { Parameter.Name: var parameter } => parameter,
                IVariableDeclaratorOperation local => local.Symbol.Name,
                IFieldInitializerOperation { InitializedFields: [var field, ..] } => field.Name,
                IPropertyInitializerOperation { InitializedProperties: [var property, ..] } => property.Name,
                IAssignmentOperation assignment => PlaceName.Of(assignment.Target),
                _ => null,
            };
            if (name is not null && (SecretName.IsStrong(name) || SecretName.IsWeak(name) || NameWords.Of(name).Any(Harmless.Contains))) return true;
        }

        return NameWords.Of(within.Name).Any(Harmless.Contains);
    }

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, string what) => context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), what));
}
