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
        + "System.Threading.CancellationToken System.Threading.Tasks.Task System.Threading.Tasks.ValueTask System.TimeZoneInfo System.IAsyncDisposable "
        + "System.IO.Stream System.IO.MemoryStream System.IO.SeekOrigin System.IO.TextReader System.IO.TextWriter System.IO.StreamReader System.IO.StreamWriter System.IO.StringReader System.IO.StringWriter "
        + "System.IO.EndOfStreamException System.IO.InvalidDataException "
        + "System.Security.Cryptography.SHA256 System.Security.Cryptography.SHA384 System.Security.Cryptography.SHA512 System.Security.Cryptography.SHA1 System.Security.Cryptography.MD5").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> RefusedTypes = new(StringComparer.Ordinal)
    {
        "System.Linq.ParallelEnumerable", "ToolGen.SystemToolContext",
    };

    /// <summary>Types of the contract that C# of a body uses; the others are what generated code and hosts are made of.</summary>
    private static readonly HashSet<string> CodeTypes = new(
        ("ToolContext IToolHttp ToolHttpRequest ToolHttpResponse ToolHttpAuth IToolFiles IToolOutputs ToolFile FilePattern FilePatternPart IToolData IToolDataSession SqlStatement DataRows "
        + "IToolCalls IToolSecrets ToolResult ToolError ToolErrorCodes ToolException Optional").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> RefusedMembers = new(
        ("System.DateTime.Now System.DateTime.UtcNow System.DateTime.Today System.DateTime.ToLocalTime System.DateTimeOffset.Now System.DateTimeOffset.UtcNow "
        + "System.DateTimeOffset.LocalDateTime System.DateTimeOffset.ToLocalTime System.Guid.NewGuid System.Guid.CreateVersion7 System.Random.Shared System.Object.GetType "
        + "System.Exception.TargetSite System.Exception.StackTrace System.Exception.GetType System.Threading.Tasks.Task.Run System.Threading.Tasks.Task.Delay "
        + "System.Threading.Tasks.Task.Factory System.Threading.Tasks.Task.Wait System.Globalization.CultureInfo.CurrentCulture System.Globalization.CultureInfo.CurrentUICulture "
        + "System.Globalization.CultureInfo.DefaultThreadCurrentCulture System.Globalization.CultureInfo.DefaultThreadCurrentUICulture System.Globalization.CultureInfo.InstalledUICulture "
        + "System.Text.Encoding.RegisterProvider System.Text.RegularExpressions.Regex.CacheSize System.Text.RegularExpressions.Regex.CompileToAssembly "
        + "ToolGen.ToolContext.Services System.TimeZoneInfo.Local System.TimeZoneInfo.FindSystemTimeZoneById System.TimeZoneInfo.TryFindSystemTimeZoneById System.TimeZoneInfo.GetSystemTimeZones "
        + "System.TimeZoneInfo.ClearCachedData System.TimeZoneInfo.ConvertTimeBySystemTimeZoneId System.IO.TextWriter.Synchronized System.IO.TextReader.Synchronized "
        + "System.Array.CreateInstance System.Array.CreateInstanceFromArrayType System.Enum.GetValues System.Convert.ChangeType").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a symbol may be named.</summary>
    /// <param name="symbol">What the compiler bound.</param>
    /// <param name="own">The assembly of the tools themselves: each of their types is a tool's own or another gated tool's.</param>
    /// <param name="isCode">Whether it stands in a body; expressions of the other kinds have a closed scope, whose values are of more types of the contract.</param>
    public static bool Allows(ISymbol symbol, IAssemblySymbol own, bool isCode)
    {
        if (symbol is ILocalSymbol or IParameterSymbol or ILabelSymbol or IRangeVariableSymbol or INamespaceSymbol or IDiscardSymbol or ITypeParameterSymbol or IArrayTypeSymbol) return true;
        if (symbol is IAliasSymbol alias) return Allows(alias.Target, own, isCode);
        if (symbol is IDynamicTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol) return false;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !AllowsConstructor(constructor)) return false;
        var type = (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.OriginalDefinition;
        if (type is null) return false;
        if (type.IsAnonymousType || type.IsTupleType) return true;
        if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, own)) return !isCode || !RunsTool(symbol);
        var name = Name(type);
        if (RefusedTypes.Contains(name) || (symbol is not INamedTypeSymbol && RefusedMembers.Contains($"{name}.{symbol.Name}"))) return false;
        if (type.ContainingAssembly.Name == typeof(Tool).Assembly.GetName().Name)
            return !isCode || (type.Name == nameof(Tool) ? symbol.Name == "Fail" || symbol is INamedTypeSymbol : name == "ToolGen." + type.Name && CodeTypes.Contains(type.Name));
        return Types.Contains(name) || (type.ContainingNamespace is { } space && Namespaces.Contains(space.ToDisplayString()));
    }

    /// <summary>Random numbers without a seed differ from run to run; a reader or writer of a path opens a file.</summary>
    private static bool AllowsConstructor(IMethodSymbol constructor) => Name(constructor.ContainingType) switch
    {
        "System.Random" => constructor.Parameters.Length > 0,
        "System.IO.StreamReader" or "System.IO.StreamWriter" => constructor.Parameters is [{ Type.Name: "Stream" }, ..],
        _ => true,
    };

    /// <summary>Another tool is called through the context, which counts and guards the call.</summary>
    private static bool RunsTool(ISymbol symbol) =>
        symbol is not INamedTypeSymbol && symbol.ContainingType?.BaseType is { Name: nameof(Tool), ContainingNamespace: { Name: "ToolGen", ContainingNamespace.IsGlobalNamespace: true } }
        && (symbol.IsOverride || symbol is IPropertySymbol { IsStatic: true, Name: "Instance" });

    private static string Name(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer) type = outer;
        return type.ContainingNamespace.IsGlobalNamespace ? type.Name : $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
    }
}
