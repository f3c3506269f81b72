using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Unsafe;

/// <summary>Calls that need no <c>unsafe</c> and check nothing: TG3123 native memory, TG3124 references, TG3125 memory that holds what was there before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedMemoryAnalyzer : RuleAnalyzer
{
    private static readonly DiagnosticDescriptor Native = FindingCatalog.NativeMemory.ToDiagnostic();
    private static readonly DiagnosticDescriptor Reference = FindingCatalog.UncheckedReference.ToDiagnostic();
    private static readonly DiagnosticDescriptor Uninitialized = FindingCatalog.UninitializedMemory.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Native, Reference, Uninitialized];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.MethodReference);
        context.RegisterSymbolAction(AnalyzeAttributes, SymbolKind.Method, SymbolKind.NamedType, SymbolKind.Property);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var method = context.Operation is IInvocationOperation call ? call.TargetMethod : ((IMethodReferenceOperation)context.Operation).Method;
        if (!MarshallingCode.Is(context.Operation.Syntax.SyntaxTree) && RuleOf(method) is { } rule) context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), method.ContainingType.Name + "." + method.Name));
    }

    private static DiagnosticDescriptor? RuleOf(IMethodSymbol method)
    {
        var type = method.ContainingType;
        switch (type?.Name)
        {
            case "Marshal" when type.Is("System.Runtime.InteropServices.Marshal"):
                return UncheckedMembers.IsOfMarshal(method.Name) ? Native : null;
            case "NativeMemory" when type.Is("System.Runtime.InteropServices.NativeMemory"):
                return UncheckedMembers.IsRelease(method.Name) ? null : Native;
            case "GCHandle" when type.Is("System.Runtime.InteropServices.GCHandle"):
                return method.Name is "FromIntPtr" or "ToIntPtr" or "AddrOfPinnedObject" or "op_Explicit" ? Native : null;
            case "SafeBuffer" when type.Is("System.Runtime.InteropServices.SafeBuffer"):
                return method.Name == "Initialize" ? Native : null;
            case "Unsafe" when type.Is("System.Runtime.CompilerServices.Unsafe"):
                return method.Name == "SkipInit" ? Uninitialized : UncheckedMembers.IsOfUnsafe(method.Name) ? Reference : null;
            case "MemoryMarshal" when type.Is("System.Runtime.InteropServices.MemoryMarshal"):
                return UncheckedMembers.IsOfMemoryMarshal(method.Name) ? Reference : null;
            case "Vector64" or "Vector128" or "Vector256" or "Vector512" or "Vector" when type.IsIn("System.Runtime.Intrinsics") || type.IsIn("System.Numerics"):
                return method.Name is "LoadUnsafe" or "StoreUnsafe" ? Reference : null;
            case "CollectionsMarshal" when type.Is("System.Runtime.InteropServices.CollectionsMarshal"):
                return method.Name == "SetCount" ? Uninitialized : null;
            case "GC" when type.Is("System.GC"):
                return method.Name == "AllocateUninitializedArray" ? Uninitialized : null;
            case "RuntimeHelpers" or "FormatterServices" when type.IsIn("System.Runtime.CompilerServices") || type.IsIn("System.Runtime.Serialization"):
                return method.Name is "GetUninitializedObject" or "GetSafeUninitializedObject" ? Uninitialized : null;
            default:
                return null;
        }
    }

    private static void AnalyzeAttributes(SymbolAnalysisContext context)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
            if (attribute.AttributeClass.Is("System.Runtime.CompilerServices.SkipLocalsInitAttribute") && attribute.ApplicationSyntaxReference is { } written && !MarshallingCode.Is(written.SyntaxTree))
                context.ReportDiagnostic(Diagnostic.Create(Uninitialized, Location.Create(written.SyntaxTree, written.Span), "SkipLocalsInit"));
    }
}
