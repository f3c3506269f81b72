using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Unsafe;

/// <summary>TG3126: fields that lie over one another, and members of other types without their leave.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvadedChecksAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = FindingCatalog.EvadedChecks.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterSymbolAction(AnalyzeLayout, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeAccessor, SymbolKind.Method);
    }

    private static void AnalyzeLayout(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(one => one.AttributeClass.Is("System.Runtime.InteropServices.StructLayoutAttribute") && one.ConstructorArguments is [{ Value: 2 or (short)2 }, ..])) return;
        var fields = type.GetMembers().OfType<IFieldSymbol>().Select(one => (Field: one, At: OffsetOf(one))).Where(one => one.At >= 0).OrderBy(one => one.At).ToArray();
        for (var i = 1; i < fields.Length; i++)
            if (fields[i].At < fields[i - 1].At + SizeOf(fields[i - 1].Field.Type))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, type.Locations[0], $"{type.Name} lays {fields[i].Field.Name} over {fields[i - 1].Field.Name}"));
                return;
            }
    }

    private static void AnalyzeAccessor(SymbolAnalysisContext context)
    {
        if (context.Symbol.GetAttributes().FirstOrDefault(one => one.AttributeClass.Is("System.Runtime.CompilerServices.UnsafeAccessorAttribute")) is { ApplicationSyntaxReference: { } written })
            context.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(written.SyntaxTree, written.Span), $"{context.Symbol.Name} reaches a member that is not public"));
    }

    private static int OffsetOf(IFieldSymbol field) =>
        field.GetAttributes().FirstOrDefault(one => one.AttributeClass.Is("System.Runtime.InteropServices.FieldOffsetAttribute")) is { ConstructorArguments: [{ Value: int offset }] } ? offset : -1;

    private static int SizeOf(ITypeSymbol type) => ((type as INamedTypeSymbol)?.EnumUnderlyingType ?? type).SpecialType switch
    {
        SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => 4,
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_DateTime => 8,
        SpecialType.System_Decimal => 16,
        _ => 1,
    };
}
