using System;
using System.Collections.Generic;

namespace ToolGen.Specification.Schemas;

/// <summary>Words for types: those of JSON Schema, and what models write in their place.</summary>
internal static class TypeWords
{
    /// <summary>The seven types, in the order that JSON Schema lists them.</summary>
    public static readonly IReadOnlyList<string> Types = ["null", "boolean", "object", "array", "number", "string", "integer"];

    /// <summary>Other languages' words → the type that was meant. No guess: each has one reading.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dict"] = "object", ["dictionary"] = "object", ["map"] = "object", ["hash"] = "object", ["record"] = "object", ["struct"] = "object",
        ["float"] = "number", ["double"] = "number", ["real"] = "number", ["numeric"] = "number", ["float32"] = "number", ["float64"] = "number", ["num"] = "number",
        ["int"] = "integer", ["long"] = "integer", ["short"] = "integer", ["int32"] = "integer", ["int64"] = "integer", ["bigint"] = "integer",
        ["list"] = "array", ["tuple"] = "array", ["set"] = "array", ["vector"] = "array",
        ["str"] = "string", ["text"] = "string", ["char"] = "string", ["varchar"] = "string",
        ["bool"] = "boolean", ["none"] = "null", ["nil"] = "null", ["void"] = "null",
    };

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
}
