using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Unsafe;

/// <summary>TG3121: a method of a native library, declared. TG3122: one that is looked up, or handed out as an address, while the program runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NativeCallAnalyzer : RuleAnalyzer
{
    private const string Interop = "System.Runtime.InteropServices.";

    private static readonly DiagnosticDescriptor Declared = FindingCatalog.NativeCall.ToDiagnostic();
    private static readonly DiagnosticDescriptor Loaded = FindingCatalog.NativeCodeLoaded.ToDiagnostic();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Declared, Loaded];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
        context.RegisterOperationAction(AnalyzeLocal, OperationKind.LocalFunction);
        context.RegisterOperationAction(AnalyzeInvocation, OperationKind.Invocation);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !IsNative(method)) return;
        context.ReportDiagnostic(Diagnostic.Create(Declared, method.Locations[0], method.Name, LibraryOf(method)));
    }

    // What the marshalling generator writes into the method that it implements was found at its declaration.
    private static void AnalyzeLocal(OperationAnalysisContext context)
    {
        var function = ((ILocalFunctionOperation)context.Operation).Symbol;
        if (!IsNative(function) || (context.ContainingSymbol is IMethodSymbol outer && IsNative(outer.PartialDefinitionPart ?? outer))) return;
        context.ReportDiagnostic(Diagnostic.Create(Declared, function.Locations[0], function.Name, LibraryOf(function)));
    }

    private static void AnalyzeInvocation(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        var isLoading = method.Name switch
        {
            "Load" or "TryLoad" or "GetExport" or "TryGetExport" or "GetMainProgramHandle" or "SetDllImportResolver" => method.ContainingType.Is(Interop + "NativeLibrary"),
            "GetDelegateForFunctionPointer" or "GetFunctionPointerForDelegate" => method.ContainingType.Is(Interop + "Marshal"),
            _ => false,
        };
        if (isLoading) context.ReportDiagnostic(Diagnostic.Create(Loaded, call.Syntax.GetLocation(), method.ContainingType.Name + "." + method.Name));
    }

    private static bool IsNative(IMethodSymbol method) => method.GetDllImportData() is not null || method.IsExtern || Import(method) is not null;

    private static AttributeData? Import(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(one => one.AttributeClass?.Name is "LibraryImportAttribute" or "DllImportAttribute");

    private static string LibraryOf(IMethodSymbol method) =>
        method.GetDllImportData()?.ModuleName ?? (Import(method)?.ConstructorArguments is [{ Value: string name }, ..] ? name : "the runtime");
}
