using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Rules.Authority;
using ToolGen.Analyzers.Rules.Reach;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Purity;

/// <summary>Answers that depend on more than the arguments, claims that the code contradicts, and state that callers share: TG3160–3165.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PurityAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Unstable = FindingCatalog.UnstableAnswer.ToDiagnostic();
    private static readonly DiagnosticDescriptor Writing = FindingCatalog.ReadOnlyWrites.ToDiagnostic();
    private static readonly DiagnosticDescriptor Shared = FindingCatalog.SharedStateWritten.ToDiagnostic();
    private static readonly DiagnosticDescriptor Open = FindingCatalog.SharedStateOpen.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unstable, Writing, Shared, Open];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var types = new AmbientTypes();
            var told = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
            start.RegisterOperationAction(one => Claims(one, types), AmbientUse.Operations);
            start.RegisterOperationAction(Change, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment, OperationKind.Increment, OperationKind.Decrement, OperationKind.DeconstructionAssignment, OperationKind.EventAssignment, OperationKind.Argument, OperationKind.Invocation);
            start.RegisterOperationAction(one => Read(one, told), OperationKind.FieldReference);
        });
    }

    private static void Claims(OperationAnalysisContext context, AmbientTypes types)
    {
        if (UnstableUse.Of(context.Operation, types) is { } use && ToolOf(context, ToolTraits.Pure) is { } tool)
            context.ReportDiagnostic(Diagnostic.Create(Unstable, context.Operation.Syntax.GetLocation(), use.Name, tool.Name, use.Remedy));
        if (Writes.Of(context.Operation) is { } write && ToolOf(context, ToolTraits.ReadOnly) is { } reader)
            context.ReportDiagnostic(Diagnostic.Create(Writing, context.Operation.Syntax.GetLocation(), write, reader.Name));
    }

    private static void Change(OperationAnalysisContext context)
    {
        if (SharedState.ChangedBy(context.Operation) is not { } state || IsMaking(context, state) || ToolOf(context, ToolTraits.Any) is not { } tool) return;
        context.ReportDiagnostic(Diagnostic.Create(Shared, context.Operation.Syntax.GetLocation(), $"{state.ContainingType.Name}.{state.Name}", tool.Name));
    }

    private static void Read(OperationAnalysisContext context, ConcurrentDictionary<ISymbol, bool> told)
    {
        if (context.Operation is not IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false, ContainingType.TypeKind: not TypeKind.Enum } field } || field.DeclaringSyntaxReferences.Length == 0) return;
        if (OpenFields.IsWritten(field, context.Operation) || ToolOf(context, ToolTraits.Any) is not { } tool || !told.TryAdd(field, true)) return;
        context.ReportDiagnostic(Diagnostic.Create(Open, field.Locations[0], FixHints.Of(FixHints.Closed, field.DeclaredAccessibility == Accessibility.Private ? "" : null), $"{field.ContainingType.Name}.{field.Name}", tool.Name));
    }

    // An object is being made: nobody shares it yet.
    private static bool IsMaking(OperationAnalysisContext context, ISymbol state) => context.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => true,
        IMethodSymbol { MethodKind: MethodKind.Constructor } => !state.IsStatic,
        IFieldSymbol or IPropertySymbol => true,
        _ => false,
    };

    private static ToolEntry? ToolOf(OperationAnalysisContext context, ToolTraits traits) =>
        ReachedCode.Of(context.Compilation).By(traits, context.Operation, context.ContainingSymbol, context.CancellationToken);
}
