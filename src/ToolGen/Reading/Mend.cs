using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>One change to the arguments that may put an error right.</summary>
/// <param name="Value">What is written there; null with <paramref name="Name"/> or where the member is left out.</param>
/// <param name="Name">The name that the property gets instead.</param>
/// <param name="Advice">The change in words.</param>
internal sealed record Mend(JsonNode? Value, string? Name, string? Advice)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ToolReader.MaxDepth };

    public static Mend Write(JsonNode value, string? advice = null) => new(value, null, advice);

    public static Mend Rename(string name) => new(null, name, null);

    public static Mend LeaveOut { get; } = new(null, null, "leave it out");

    /// <summary>What a wrong value may have meant, likeliest first.</summary>
    public static IEnumerable<Mend> Of(JsonNode? value, Fault fault)
    {
        if (fault.Only is { } only && Parse(only) is { } allowed) yield return Write(allowed);
        switch (value)
        {
            case null:
                yield return LeaveOut;
                break;
            case JsonArray array:
                if (array.Count == 0) yield return LeaveOut;
                if (array is [{ } element]) yield return Write(element.DeepClone(), "write its only element");
                break;
            case JsonObject members:
                if (members.Count == 1 && members.First().Value is { } inner) yield return Write(inner.DeepClone(), "write the value inside it");
                yield return Write(new JsonArray(members.DeepClone()), "write a list of it");
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                foreach (var mend in OfText(text.GetValue<string>(), fault)) yield return mend;
                break;
            case JsonValue literal:
                foreach (var guess in Guesses.OfLiteral(literal.ToJsonString(), fault)) yield return Write(Node(guess));
                yield return Write(new JsonArray(literal.DeepClone()));
                break;
        }
    }

    /// <summary>The object or array that a string holds as JSON; null where it holds none.</summary>
    public static JsonNode? Decoded(string text)
    {
        text = text.Trim();
        if (text.Length < 2 || text[0] is not ('{' or '[')) return null;
        return Parse(text) ?? (text.Contains('"') ? null : Parse(text.Replace('\'', '"')));
    }

    private static IEnumerable<Mend> OfText(string text, Fault fault)
    {
        if (fault.Keyword is "type" && Decoded(text) is { } decoded) yield return Write(decoded, "write the JSON itself, not a string of it");
        if (text.Length == 0) yield return LeaveOut;
        foreach (var guess in Guesses.OfText(text, fault))
        {
            var node = guess is { IsText: false, Text: "null" } ? null : Node(guess);
            yield return node is null ? LeaveOut : Write(node);
            if (node is not null && !guess.IsText && fault.Keyword == "type") yield return Write(new JsonArray(node.DeepClone()));
        }

        if (fault.Keyword != "type") yield break;
        var parts = text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();
        if (parts.Length is > 1 and < 50 && parts.All(part => NumberFormats.IsNumber(part))) yield return Write(new JsonArray([.. parts.Select(part => JsonNode.Parse(part))]));
        if (parts.Length is > 0 and < 50) yield return Write(new JsonArray([.. parts.Select(part => (JsonNode)part)]));
    }

    private static JsonNode Node(Guess guess) => guess.IsText ? JsonValue.Create(guess.Text) : JsonNode.Parse(guess.Text)!;

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
