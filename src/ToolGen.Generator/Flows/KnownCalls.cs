using System;
using System.Collections.Generic;

namespace ToolGen.Generator.Flows;

/// <summary>What calls and members of .NET give, by name: a spec is read without its compilation.</summary>
internal static class KnownCalls
{
    private static readonly HashSet<string> HarmlessTypes = new(StringComparer.Ordinal)
    {
        "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "Boolean", "Byte", "Int16", "Int32", "Int64", "UInt32", "UInt64", "Double", "Decimal",
        "BigInteger", "Guid", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Enum",
    };

    private static readonly HashSet<string> HarmlessMembers = new(StringComparer.Ordinal)
    {
        "Length", "Count", "LongLength", "HasValue", "Year", "Month", "Day", "Hour", "Minute", "Second", "Ticks", "Port", "IsAbsoluteUri", "IsLoopback", "UserEscaped", "Success", "Index", "Rank",
    };

    // Numbers, truths and hashes.
    private static readonly HashSet<string> HarmlessResults = new(StringComparer.Ordinal)
    {
        "Contains", "ContainsKey", "StartsWith", "EndsWith", "Equals", "IsMatch", "Any", "All", "IsNullOrEmpty", "IsNullOrWhiteSpace", "Exists", "Count", "LongCount", "IndexOf", "LastIndexOf", "IndexOfAny",
        "CompareTo", "Compare", "CompareOrdinal", "SequenceEqual", "Sum", "Average", "GetHashCode", "HashData", "ComputeHash", "GetByteCount", "ToInt16", "ToInt32", "ToInt64", "ToUInt32", "ToDouble", "ToDecimal", "ToBoolean",
        "IsDefined", "IsNaN", "IsLetterOrDigit", "IsAsciiLetterOrDigit", "TryGetValue", "TryParse", "TryCreate",
    };

    private static readonly HashSet<string> Pickers = new(StringComparer.Ordinal) { "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Find", "Where", "TakeWhile", "SkipWhile", "FindAll", "MinBy", "MaxBy", "OrderBy", "OrderByDescending", "ThenBy", "DistinctBy", "ThenByDescending" };

    private static readonly HashSet<string> SameValue = new(StringComparer.Ordinal) { "Trim", "TrimStart", "TrimEnd", "ToString", "ToLowerInvariant", "ToUpperInvariant", "ToLower", "ToUpper", "Normalize", "AsSpan", "ToArray", "ToList", "ToCharArray" };

    private static readonly HashSet<string> Growers = new(StringComparer.Ordinal) { "Add", "AddRange", "Append", "AppendLine", "AppendFormat", "AppendJoin", "Insert", "InsertRange", "Push", "Enqueue", "TryAdd", "Write", "WriteLine", "UnionWith" };

    public static bool IsHarmlessType(string type) => HarmlessTypes.Contains(type.Substring(type.LastIndexOf('.') + 1));

    public static bool IsHarmlessMember(string member) => HarmlessMembers.Contains(member);

    public static bool IsHarmlessResult(string method) => HarmlessResults.Contains(method);

    /// <summary>Whether a function given to it only chooses among what is there.</summary>
    public static bool IsPicker(string method) => Pickers.Contains(method);

    /// <summary>Whether a check of what it gives is a check of the value too.</summary>
    public static bool IsSameValue(string method) => SameValue.Contains(method);

    /// <summary>Whether its arguments become part of the receiver.</summary>
    public static bool Grows(string method) => Growers.Contains(method);

    /// <summary>What its value cannot harm any more.</summary>
    public static Harm Removed(string receiver, string method) => (receiver.Substring(receiver.LastIndexOf('.') + 1), method) switch
    {
        ("Uri", "EscapeDataString") or ("WebUtility" or "HttpUtility", "UrlEncode") => Harm.Address | Harm.Path,
        ("Path", "GetFileName" or "GetFileNameWithoutExtension" or "GetExtension") => Harm.Path | Harm.Address,
        ("Convert", "ToHexString" or "ToHexStringLower") => Harm.All,
        (_, "Parse" or "ParseExact") when IsHarmlessType(receiver) => Harm.All,
        _ => Harm.None,
    };
}
