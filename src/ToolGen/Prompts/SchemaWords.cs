using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen.Prompts;

/// <summary>
/// A schema in short words, such as <c>{sku: string 3..12 chars, count?: integer 1..99}[] 1..50 items</c>. Definitions that are used more than once, or contain themselves,
/// are said by name: so the words are never many times as long as the schema.
/// </summary>
internal sealed partial class SchemaWords
{
    private readonly JsonElement root;
    private readonly HashSet<string> named;
    private readonly List<string> order = [];
    private readonly Stack<string> open = new();

    public SchemaWords(JsonElement root)
    {
        this.root = root;
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        CountReferences(root, uses);
        this.named = [.. uses.Where(use => use.Value > 1).Select(use => use.Key)];
    }

    /// <summary>The type of a value.</summary>
    public string Of(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) return schema.ValueKind == JsonValueKind.False ? "nothing" : "any";
        var parts = new List<string>();
        if (Text(schema, "$ref") is { } reference) parts.Add(this.Reference(reference));
        if (schema.TryGetProperty("const", out var constant)) parts.Add(Json(constant));
        else if (schema.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array) parts.Add(string.Join("|", values.EnumerateArray().Select(Json)));
        else if (this.Types(schema) is { Length: > 0 } types) parts.Add(types);
        foreach (var keyword in new[] { "allOf", "anyOf", "oneOf" })
            if (schema.TryGetProperty(keyword, out var list) && list.ValueKind == JsonValueKind.Array)
                parts.Add(this.Branches(list, keyword == "allOf" ? " & " : "|"));
        var words = string.Join(" & ", parts.Where(part => part is not ("" or "any")).Distinct(StringComparer.Ordinal));
        if (words.Length == 0) words = "any";
        if (HasMore(schema)) words += " (more rules)";
        return schema.TryGetProperty("default", out var standard) && Json(standard) is { Length: <= 40 } short_ ? $"{words} = {short_}" : words;
    }

    /// <summary>What the arguments must be beside their properties; null where that is all.</summary>
    public string? OfRoot()
    {
        if (this.root.ValueKind != JsonValueKind.Object) return this.root.ValueKind == JsonValueKind.False ? "(takes no arguments at all)" : null;
        var parts = new List<string>();
        if (Text(this.root, "$ref") is { } reference) parts.Add(this.Reference(reference));
        foreach (var keyword in new[] { "allOf", "anyOf", "oneOf" })
            if (this.root.TryGetProperty(keyword, out var list) && list.ValueKind == JsonValueKind.Array) parts.Add(this.Branches(list, keyword == "allOf" ? " & " : "|"));
        if (this.root.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object) parts.Add($"{{[name]: {this.Of(more)}}}");
        if (HasMore(this.root)) parts.Add("(more rules)");
        var words = string.Join(" & ", parts.Where(part => part is not ("" or "any")));
        return words.Length == 0 ? null : "all together: " + words;
    }

    /// <summary>A line for each definition that was said by name.</summary>
    public IEnumerable<string> Definitions()
    {
        for (var i = 0; i < this.order.Count; i++)
        {
            var reference = this.order[i];
            this.open.Push(reference);
            yield return $"{NameOf(reference)} = {(this.Find(reference) is { } schema ? this.Of(schema) : "any")}";
            this.open.Pop();
        }
    }

    /// <summary>Names that have to be there.</summary>
    public static List<string> Required(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>A description on one line.</summary>
    public static string Description(JsonElement schema) => schema.ValueKind == JsonValueKind.Object && Text(schema, "description") is { } text ? Line(text) : "";

    /// <summary>Foreign text on one line: a line break in it would make one parameter look like two.</summary>
    public static string Line(string text) => string.Join(' ', ShortText.Visible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Text whose every blank counts, on one line.</summary>
    public static string Exact(string text)
    {
        if (!text.Any(IsBreak)) return text;
        var line = new StringBuilder(text.Length + 8);
        foreach (var c in text) _ = IsBreak(c) ? line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)) : line.Append(c);
        return line.ToString();
    }

    /// <summary>A name as it is, or in quotes where it could be taken for something else.</summary>
    public static string Name(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '$' or '@') ? name : Quote(name);

    private string Branches(JsonElement list, string between)
    {
        var words = list.EnumerateArray().Select(this.Branch).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (words.Length == 0) return "";
        return words.Length == 1 ? words[0] : $"({string.Join(between, words)})";
    }

    // Branches often say only which names are needed.
    private string Branch(JsonElement schema) =>
        Required(schema) is { Count: > 0 } needed && !schema.TryGetProperty("properties", out _) && !schema.TryGetProperty("type", out _) ? $"needs {string.Join(" + ", needed.Select(Name))}" : this.Of(schema);

    private string Reference(string reference)
    {
        if (this.named.Contains(reference) || this.open.Contains(reference))
        {
            this.named.Add(reference);
            if (!this.order.Contains(reference)) this.order.Add(reference);
            return NameOf(reference);
        }

        if (this.Find(reference) is not { } schema) return "any";
        this.open.Push(reference);
        var words = this.Of(schema);
        this.open.Pop();
        return words;
    }

    private static string NameOf(string reference) => reference == "#" ? "Arguments" : Name(Uri.UnescapeDataString(reference[(reference.LastIndexOf('/') + 1)..]));

    /// <summary>What a reference within the schema (RFC 6901) means; null where it leads elsewhere.</summary>
    private JsonElement? Find(string reference)
    {
        if (reference == "#") return this.root;
        if (!reference.StartsWith("#/", StringComparison.Ordinal)) return null;
        var at = this.root;
        foreach (var part in reference[2..].Split('/').Select(part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(part, out var member)) at = member;
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index >= 0 && index < at.GetArrayLength()) at = at[index];
            else return null;
        }

        return at;
    }

    private static void CountReferences(JsonElement element, Dictionary<string, int> uses)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) CountReferences(item, uses);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String) uses[member.Value.GetString()!] = uses.GetValueOrDefault(member.Value.GetString()!) + 1;
            else CountReferences(member.Value, uses);
        }
    }

    private static string? Text(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    private static string Json(JsonElement value) => value.ValueKind == JsonValueKind.String ? Exact(value.GetRawText()) : Line(value.GetRawText());
}
