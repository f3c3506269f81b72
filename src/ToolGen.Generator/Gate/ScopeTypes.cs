using System.Collections.Generic;

namespace ToolGen.Generator.Gate;

/// <summary>
/// The types that C# of a spec may name in an expression beside the predefined ones and the tool's own (SPEC §1.6). Generated code
/// aliases each to its full name, so that no type of the consumer can take its place.
/// </summary>
public static class ScopeTypes
{
    /// <summary>Simple name → full name, without <c>global::</c>. The enums at the end are arguments that members of the types before them take.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(System.StringComparer.Ordinal)
    {
        ["Math"] = "System.Math",
        ["MathF"] = "System.MathF",
        ["Convert"] = "System.Convert",
        ["StringComparer"] = "System.StringComparer",
        ["StringComparison"] = "System.StringComparison",
        ["Enumerable"] = "System.Linq.Enumerable",
        ["DateOnly"] = "System.DateOnly",
        ["TimeOnly"] = "System.TimeOnly",
        ["DateTimeOffset"] = "System.DateTimeOffset",
        ["TimeSpan"] = "System.TimeSpan",
        ["Guid"] = "System.Guid",
        ["BigInteger"] = "System.Numerics.BigInteger",
        ["CultureInfo"] = "System.Globalization.CultureInfo",
        ["MidpointRounding"] = "System.MidpointRounding",
        ["StringSplitOptions"] = "System.StringSplitOptions",
        ["NumberStyles"] = "System.Globalization.NumberStyles",
        ["DateTimeStyles"] = "System.Globalization.DateTimeStyles",
        ["DayOfWeek"] = "System.DayOfWeek",
    };

    /// <summary>What a body may name beside these and the namespaces that are open to it: hashes, and what reads and writes the streams of files.</summary>
    public static IReadOnlyDictionary<string, string> OfBodies { get; } = new SortedDictionary<string, string>(System.StringComparer.Ordinal)
    {
        ["MD5"] = "System.Security.Cryptography.MD5",
        ["SHA1"] = "System.Security.Cryptography.SHA1",
        ["SHA256"] = "System.Security.Cryptography.SHA256",
        ["SHA384"] = "System.Security.Cryptography.SHA384",
        ["SHA512"] = "System.Security.Cryptography.SHA512",
        ["MemoryStream"] = "System.IO.MemoryStream",
        ["Stream"] = "System.IO.Stream",
        ["StreamReader"] = "System.IO.StreamReader",
        ["StreamWriter"] = "System.IO.StreamWriter",
        ["StringReader"] = "System.IO.StringReader",
        ["StringWriter"] = "System.IO.StringWriter",
    };
}
