using System;
using System.Collections.Generic;

namespace ToolGen.Specification.Schemas;

/// <summary>Words for types: those of JSON Schema, and what models write in their place.</summary>
internal static class TypeWords
{
    /// <summary>The seven types, in the order that JSON Schema lists them.</summary>
    public static readonly IReadOnlyList<string> Types = ["null", "boolean", "object", "array", "number", "string", "integer"];

    /// <summary>Other languages' words → the type that was meant. No guess: each has one reading.</summary>
    private static readonly Dictionary<string, string> Synonyms = Table(
        ("object", "dict dictionary map hash record struct"),
        ("number", "float double real numeric float32 float64 num"),
        ("integer", "int long short int32 int64 bigint"),
        ("array", "list tuple set vector"),
        ("string", "str text char varchar"),
        ("boolean", "bool"),
        ("null", "none nil void"));

    /// <summary>Words for "anything": no <c>type</c> at all says that.</summary>
    private static readonly HashSet<string> Anything = new(StringComparer.OrdinalIgnoreCase) { "any", "json", "*", "unknown", "mixed", "variant", "dynamic" };

    public static bool IsAnything(string word) => Anything.Contains(word);

    public static SchemaTypes Parse(string word) => word switch
    {
        "null" => SchemaTypes.Null,
        "boolean" => SchemaTypes.Boolean,
        "object" => SchemaTypes.Object,
        "array" => SchemaTypes.Array,
        "number" => SchemaTypes.Number,
        "string" => SchemaTypes.String,
        "integer" => SchemaTypes.Integer,
        _ => SchemaTypes.None,
    };

    /// <summary>The type that another language's word, or another case, means; null where there is none.</summary>
    public static string? MeantBy(string word)
    {
        if (Synonyms.TryGetValue(word, out var type)) return type;
        foreach (var known in Types)
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase)) return known;
        return null;
    }

    /// <summary>"a string", "an integer or null": the types of a flag set, for messages.</summary>
    public static string Describe(SchemaTypes types)
    {
        if (types == SchemaTypes.Any) return "any JSON value";
        if (types == SchemaTypes.None) return "nothing";
        var words = new List<string>();
        if ((types & SchemaTypes.String) != 0) words.Add("a string");
        if ((types & SchemaTypes.Number) == SchemaTypes.Number) words.Add("a number");
        else if ((types & SchemaTypes.Integer) != 0) words.Add("an integer");
        if ((types & SchemaTypes.Boolean) != 0) words.Add("true or false");
        if ((types & SchemaTypes.Array) != 0) words.Add("an array");
        if ((types & SchemaTypes.Object) != 0) words.Add("an object");
        if ((types & SchemaTypes.Null) != 0) words.Add("null");
        if (words.Count == 1) return words[0];
        var last = words[words.Count - 1];
        words.RemoveAt(words.Count - 1);
        return string.Join(", ", words) + " or " + last;
    }

    private static Dictionary<string, string> Table(params (string Type, string Words)[] rows)
    {
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (type, words) in rows)
            foreach (var word in words.Split(' ')) table.Add(word, type);
        return table;
    }
}
