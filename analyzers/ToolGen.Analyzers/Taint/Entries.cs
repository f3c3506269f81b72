using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>Which methods a model calls, and which of their parameters it fills.</summary>
internal static class Entries
{
    private static readonly ImmutableHashSet<string> Marks =
    [
        "ToolGen.ToolAttribute", "ModelContextProtocol.Server.McpServerToolAttribute", "ModelContextProtocol.Server.McpServerResourceAttribute",
        "ModelContextProtocol.Server.McpServerPromptAttribute", "Microsoft.SemanticKernel.KernelFunctionAttribute",
    ];

    private static readonly ImmutableHashSet<string> Makers =
    [
        "Microsoft.Extensions.AI.AIFunctionFactory", "ModelContextProtocol.Server.McpServerTool", "ModelContextProtocol.Server.McpServerResource", "ModelContextProtocol.Server.McpServerPrompt",
        "Microsoft.SemanticKernel.KernelFunctionFactory", "Microsoft.SemanticKernel.KernelExtensions",
    ];

    /// <summary>A method that carries one of the hosts' attributes, or the <c>RunAsync</c> of a typed tool.</summary>
    public static bool IsTool(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && Marks.Contains(TypeNames.Full(type)))
        || IsTyped(method);

    /// <summary>The <c>RunAsync</c> of a typed tool, whose host holds it to its schema, its time and its memory.</summary>
    public static bool IsTyped(IMethodSymbol method) => method.Name == "RunAsync" && method.ContainingType.BaseType.Is("ToolGen.Tool`2");

    /// <summary>A call that makes a tool of a method or a lambda.</summary>
    public static bool MakesTool(IInvocationOperation call) => Makers.Contains(TypeNames.Full(call.TargetMethod.ContainingType)) && call.TargetMethod.Name.StartsWith("Create", System.StringComparison.Ordinal);

    /// <summary>The parameters whose values come from the model; services and tokens come from the host.</summary>
    public static ImmutableHashSet<ISymbol> Arguments(IMethodSymbol method) =>
        method.Parameters.Where(IsArgument).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);

    public static bool IsArgument(IParameterSymbol parameter)
    {
        if (parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute")) return false;
        return IsData(parameter.Type, 0);
    }

    private static bool IsData(ITypeSymbol type, int depth)
    {
        if (depth > 4) return true;
        if (type is IArrayTypeSymbol array) return IsData(array.ElementType, depth + 1);
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_Object or SpecialType.System_Nullable_T) && type.SpecialType < SpecialType.System_Collections_IEnumerable) return type.SpecialType != SpecialType.System_Delegate && type.SpecialType != SpecialType.System_MulticastDelegate;
        if (type.SpecialType == SpecialType.System_Object) return true;
        if (type.TypeKind is TypeKind.Enum) return true;
        if (type.TypeKind is TypeKind.Delegate or TypeKind.TypeParameter) return false;
        var name = TypeNames.Full(type.OriginalDefinition);
        if (name is "System.Threading.CancellationToken" or "System.IServiceProvider" or "System.TimeProvider" || name.StartsWith("System.IProgress", System.StringComparison.Ordinal)) return false;
        if (name.StartsWith("System.Collections.", System.StringComparison.Ordinal) || name.StartsWith("System.Text.Json.", System.StringComparison.Ordinal) || name.StartsWith("System.Nullable", System.StringComparison.Ordinal) || name.StartsWith("Newtonsoft.Json.Linq.", System.StringComparison.Ordinal)) return true;
        if (name is "System.Uri" or "System.Guid" or "System.DateTime" or "System.DateTimeOffset" or "System.TimeSpan" or "System.DateOnly" or "System.TimeOnly" or "System.Version" or "System.ReadOnlyMemory`1" or "System.Memory`1" or "System.Net.IPAddress") return true;
        // Records and plain classes of the project hold data; interfaces and what libraries make are services.
        return type.TypeKind is TypeKind.Class or TypeKind.Struct && !type.IsAbstract && type.Locations.Any(location => location.IsInSource) && !LooksLikeService(type);
    }

    private static bool LooksLikeService(ITypeSymbol type)
    {
        if (type.IsRecord) return false;
        var constructors = (type as INamedTypeSymbol)?.InstanceConstructors ?? [];
        var takesServices = constructors.Any(constructor => constructor.Parameters.Any(parameter => !IsData(parameter.Type, 3)));
        var hasSettable = type.GetMembers().Any(member => member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public });
        return takesServices || !hasSettable && type.GetMembers().OfType<IMethodSymbol>().Any(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public });
    }

    /// <summary>The methods and lambdas that a call makes tools of.</summary>
    public static IEnumerable<IOperation> FunctionsOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            IOperation value = argument.Value;
            while (value is IConversionOperation conversion) value = conversion.Operand;
            if (value is IDelegateCreationOperation { Target: IMethodReferenceOperation or IAnonymousFunctionOperation } creation) yield return creation.Target;
        }
    }
}
