using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Forge.Compilation;

/// <summary>
/// What C# of a spec may name, once the compiler has bound it: values, text, numbers, dates, collections. Everything that is not on the list is
/// refused: the process, its environment, threads, clocks, chance, reflection.
/// </summary>
internal static class PureMembers
{
    /// <summary>Namespaces of which every type is pure, but those of <see cref="RefusedTypes"/>.</summary>
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "System.Collections", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.ObjectModel", "System.Collections.Frozen",
        "System.Linq", "System.Numerics", "System.Text", "System.Text.RegularExpressions", "System.Globalization",
    };

    private static readonly HashSet<string> Types = new(
        ("System.Boolean System.Byte System.SByte System.Int16 System.UInt16 System.Int32 System.UInt32 System.Int64 System.UInt64 System.Int128 System.UInt128 "
        + "System.Half System.Single System.Double System.Decimal System.Char System.String System.Object System.Math System.MathF System.Convert System.BitConverter "
        + "System.DateOnly System.TimeOnly System.DateTime System.DateTimeOffset System.TimeSpan System.Guid System.Index System.Range System.Array System.Nullable "
        + "System.Tuple System.ValueTuple System.ValueType System.Version System.Uri System.UriKind System.StringComparer System.StringComparison System.StringSplitOptions System.MidpointRounding "
        + "System.DayOfWeek System.DateTimeKind System.Base64FormattingOptions System.IComparable System.IEquatable System.IFormattable System.IFormatProvider System.ISpanFormattable "
        + "System.IParsable System.ISpanParsable System.IDisposable System.Func System.Action System.Predicate System.Comparison System.Converter System.Lazy System.Random "
        + "System.Span System.ReadOnlySpan System.Memory System.ReadOnlyMemory System.MemoryExtensions System.ArraySegment System.FormattableString System.Enum "
        + "System.Exception System.ArgumentException System.ArgumentNullException System.ArgumentOutOfRangeException System.ArithmeticException System.DivideByZeroException "
        + "System.FormatException System.IndexOutOfRangeException System.InvalidCastException System.InvalidOperationException System.NotSupportedException System.OverflowException "
        + "System.OperationCanceledException System.Collections.Generic.KeyNotFoundException "
        + "System.Text.Json.JsonElement System.Text.Json.JsonDocument System.Text.Json.JsonValueKind System.Text.Json.JsonProperty System.Text.Json.JsonException "
        + "System.Security.Cryptography.SHA256 System.Security.Cryptography.SHA384 System.Security.Cryptography.SHA512 "
        + "System.IO.Stream System.IO.SeekOrigin System.IO.TextReader System.IO.TextWriter System.IO.StreamReader System.IO.StreamWriter System.IAsyncDisposable "
        + "System.Threading.CancellationToken System.Threading.Tasks.Task System.Threading.Tasks.ValueTask").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> RefusedTypes = new(StringComparer.Ordinal)
    {
        "System.Linq.ParallelEnumerable", "ToolGen.SystemToolContext",
    };

    private static readonly HashSet<string> RefusedMembers = new(
        ("System.DateTime.Now System.DateTime.UtcNow System.DateTime.Today System.DateTime.ToLocalTime System.DateTimeOffset.Now System.DateTimeOffset.UtcNow "
        + "System.DateTimeOffset.LocalDateTime System.DateTimeOffset.ToLocalTime System.Guid.NewGuid System.Guid.CreateVersion7 System.Random.Shared System.Object.GetType "
        + "System.Exception.TargetSite System.Exception.StackTrace System.Exception.GetType System.Threading.Tasks.Task.Run System.Threading.Tasks.Task.Delay "
        + "System.Threading.Tasks.Task.Factory System.Threading.Tasks.Task.Wait System.Globalization.CultureInfo.CurrentCulture System.Globalization.CultureInfo.CurrentUICulture "
        + "System.Globalization.CultureInfo.DefaultThreadCurrentCulture System.Globalization.CultureInfo.DefaultThreadCurrentUICulture System.Globalization.CultureInfo.InstalledUICulture "
        + "System.Text.Encoding.RegisterProvider System.Text.RegularExpressions.Regex.CacheSize System.Text.RegularExpressions.Regex.CompileToAssembly "
        + "System.Array.CreateInstance System.Array.CreateInstanceFromArrayType System.Enum.GetValues System.Convert.ChangeType").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a symbol may be named.</summary>
    /// <param name="symbol">What the compiler bound.</param>
    /// <param name="own">The assembly of the tools themselves: each of their types is a tool's own or another gated tool's.</param>
    public static bool Allows(ISymbol symbol, IAssemblySymbol own)
    {
        if (symbol is ILocalSymbol or IParameterSymbol or ILabelSymbol or IRangeVariableSymbol or INamespaceSymbol or IDiscardSymbol or ITypeParameterSymbol or IArrayTypeSymbol) return true;
        if (symbol is IAliasSymbol alias) return Allows(alias.Target, own);
        if (symbol is IDynamicTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol) return false;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0, ContainingType: { Name: "Random", ContainingNamespace.Name: "System" } }) return false;

        // Over a stream, which only the context gives; over a path they would open the machine's files.
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "StreamReader" or "StreamWriter" } reader && reader.Parameters is not [{ Type.Name: "Stream" }, ..]) return false;
        var type = (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.OriginalDefinition;
        if (type is null) return false;
        if (type.IsAnonymousType || type.IsTupleType || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, own)) return true;
        var name = Name(type);
        if (RefusedTypes.Contains(name) || (symbol is not INamedTypeSymbol && RefusedMembers.Contains($"{name}.{symbol.Name}"))) return false;
        if (type.ContainingAssembly.Name == typeof(Tool).Assembly.GetName().Name) return true;
        return Types.Contains(name) || (type.ContainingNamespace is { } space && Namespaces.Contains(space.ToDisplayString()));
    }

    private static string Name(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer) type = outer;
        return type.ContainingNamespace.IsGlobalNamespace ? type.Name : $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
    }
}
