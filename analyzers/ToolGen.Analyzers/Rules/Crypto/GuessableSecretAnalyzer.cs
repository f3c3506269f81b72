using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>TG3146: what must not be guessed is made of chance that can be computed, or of the time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GuessableSecretAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = FindingCatalog.GuessableSecret.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeTime, OperationKind.PropertyReference);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (method.ContainingType.IsOrDerives("System.Random") && method.Name is not ("ToString" or "GetHashCode" or "Equals"))
        {
            if (SecretPurpose.Is(call, context.ContainingSymbol, asksSurroundings: true) || call.Arguments.Any(one => one.Value.Type.IsTextOrBytes() && SecretPurpose.NameOf(one.Value) is { } filled && (SecretPurpose.Speaks(filled) || MaterialRoles.IsKey(filled))))
                Report(context, "System.Random");
        }
        else if (IsOfTimeOrCount(method) && SecretPurpose.Is(call, context.ContainingSymbol, asksSurroundings: false))
        {
            Report(context, method.ContainingType.Name + "." + method.Name);
        }
    }

    private static void AnalyzeTime(OperationAnalysisContext context)
    {
        var property = ((IPropertyReferenceOperation)context.Operation).Property;
        var isTime = property.Name is "Ticks" && (property.ContainingType.Is("System.DateTime") || property.ContainingType.Is("System.DateTimeOffset"))
            || property.Name is "UtcTicks" || property.Name is "TickCount" or "TickCount64" && property.ContainingType.Is("System.Environment");
        if (isTime && SecretPurpose.Is(context.Operation, context.ContainingSymbol, asksSurroundings: false)) Report(context, property.ContainingType.Name + "." + property.Name);
    }

    private static bool IsOfTimeOrCount(IMethodSymbol method) => method.Name switch
    {
        "GetTimestamp" => method.ContainingType.Is("System.Diagnostics.Stopwatch"),
        "ToUnixTimeMilliseconds" or "ToUnixTimeSeconds" => method.ContainingType.Is("System.DateTimeOffset"),
        "CreateVersion7" => method.ContainingType.Is("System.Guid"),
        _ => false,
    };

    private static void Report(OperationAnalysisContext context, string source) => context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), source));
}
