using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen.Prompts;

/// <summary>
/// A schema in short words, such as <c>{sku: string 3..12 chars, count?: integer 1..99}[] 1..50 items</c>. Definitions that are used more than once, contain themselves or
/// stand far down a chain are said by name: so words and work stay in proportion to the schema.
/// </summary>
internal sealed partial class SchemaWords
{
    /// <summary>Definitions written out inside one another.</summary>
    private const int Deepest = 16;

    /// <summary>Schemas after which no more definitions are written out in place: those that overlap can double at each step.</summary>
    private const int Most = 2_000;

    /// <summary>The same of characters: one of them may hold a long list.</summary>
    private const int MostWritten = 65_536;

    private readonly JsonElement root;
    private readonly HashSet<string> repeated;
    private readonly DefinitionNames names = new();
    private readonly Stack<string> open = new();
    private HashSet<string> reached = [];
    private int said, written;

    public SchemaWords(JsonElement root)
    {
        this.root = root;
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        CountReferences(root, uses);
        this.repeated = [.. uses.Where(use => use.Value > 1).Select(use => use.Key)];
    }

    /// <summary>The type of a value, and the definitions that it says by name.</summary>
    public (string Words, IReadOnlyCollection<string> Reached) Say(JsonElement schema)
    {
        this.reached = [];
        return (this.Of(schema), this.reached);
    }

    private string Of(JsonElement schema)
    {
        this.said++;
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

    /// <summary>What the arguments must be beside their properties, and the definitions that it says by name; null where that is all.</summary>
    public PromptRule? Whole()
    {
        this.reached = [];
        return this.OfRoot() is { } words ? new("", words, this.reached) : null;
    }

    private string? OfRoot()
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
    public IEnumerable<PromptRule> Definitions()
    {
        for (var i = 0; i < this.names.Places.Count; i++)
        {
            var place = this.names.Places[i];
            this.open.Push(place);
            var (words, reached) = SchemaPlaces.Find(this.root, place) is { } schema ? this.Say(schema) : ("any", []);
            this.open.Pop();
            yield return new(place, $"{this.names.Of(place)} = {words}", reached);
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
        if (SchemaPlaces.Of(reference) is not { } place) return "any";
        if (this.repeated.Contains(place) || this.open.Contains(place) || this.open.Count >= Deepest || this.said >= Most || this.written >= MostWritten)
        {
            this.reached.Add(place);
            return this.names.Of(place);
        }

        if (SchemaPlaces.Find(this.root, place) is not { } schema) return "any";
        this.open.Push(place);
        var words = this.Of(schema);
        this.open.Pop();
        this.written += words.Length;
        return words;
    }

    private static void CountReferences(JsonElement element, Dictionary<string, int> uses)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) CountReferences(item, uses);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name != "$ref" || member.Value.ValueKind != JsonValueKind.String) CountReferences(member.Value, uses);
            else if (SchemaPlaces.Of(member.Value.GetString()!) is { } place) uses[place] = uses.GetValueOrDefault(place) + 1;
        }
    }

    private static string? Text(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    private static string Json(JsonElement value) => value.ValueKind == JsonValueKind.String ? Exact(value.GetRawText()) : Line(value.GetRawText());
}
