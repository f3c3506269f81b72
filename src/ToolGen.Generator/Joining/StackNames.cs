using System.Linq;
using System.Text.RegularExpressions;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using ToolGen.Generator.Methods;

namespace ToolGen.Generator.Joining;

/// <summary>The names that the stacks give a method that says none, so that it keeps its name; and the types that are theirs alone.</summary>
internal static class StackNames
{
    private static readonly Regex NotPlain = new("[^0-9A-Za-z]+");

    /// <summary>Of the MCP SDK: <c>GetWeatherAsync</c> → <c>get_weather</c>.</summary>
    public static string OfMcp(IMethodSymbol method) =>
        NotPlain.Replace(WithoutAsync(method), "_").Trim('_') is { Length: > 0 } name ? JsonNamingPolicy.SnakeCaseLower.ConvertName(name) : method.Name;

    /// <summary>Of Semantic Kernel and of <c>AIFunctionFactory</c>: <c>GetWeatherAsync</c> → <c>GetWeather</c>.</summary>
    public static string WithoutAsync(IMethodSymbol method)
    {
        const string suffix = "Async";
        return IsAwaited(method.ReturnType) && method.Name.Length > suffix.Length && method.Name.EndsWith(suffix, System.StringComparison.Ordinal)
            ? method.Name.Substring(0, method.Name.Length - suffix.Length) : method.Name;
    }

    /// <summary>A type of one of the stacks that stands anywhere in a type; null: none does.</summary>
    public static ITypeSymbol? OwnType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => OwnType(array.ElementType),
        INamedTypeSymbol named when IsOwn(named.ContainingNamespace?.ToDisplayString() ?? "") => named,
        INamedTypeSymbol named => named.TypeArguments.Select(OwnType).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>What the name of an attribute's class is, such as <c>ModelContextProtocol.Server.McpServerToolAttribute</c>.</summary>
    public static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? type) =>
        type is null ? null : symbol.GetAttributes().FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type));

    /// <summary>Whether a method is a tool of ToolGen already.</summary>
    public static bool IsTool(IMethodSymbol method) => Attributes.Find(method, MethodReader.Attribute) is not null;

    private static bool IsOwn(string space) =>
        new[] { "ModelContextProtocol", "Microsoft.SemanticKernel", "Microsoft.Extensions.AI" }.Any(one => space == one || space.StartsWith(one + ".", System.StringComparison.Ordinal));

    private static bool IsAwaited(ITypeSymbol type) => type.OriginalDefinition.ToDisplayString() is
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.Task<TResult>" or "System.Threading.Tasks.ValueTask<TResult>"
        or "System.Collections.Generic.IAsyncEnumerable<T>";
}
