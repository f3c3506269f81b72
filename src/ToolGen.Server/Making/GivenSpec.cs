using System;
using System.Text;
using System.Text.Json;
using ToolGen.Forge.Specs;
using ToolGen.Server.Fixed;
using ToolGen.Specification.Json;

namespace ToolGen.Server.Making;

/// <summary>A spec as a client sends it, with what stands beside it; texts as they came.</summary>
/// <param name="Name">As the spec says, where that is a name; else <c>spec</c>.</param>
/// <param name="Spec">The text of <c>NAME.tool.json</c>.</param>
/// <param name="Companion">The text of <c>NAME.tool.cs</c>; null: none.</param>
/// <param name="Tests">The text of <c>NAME.tests.json</c>; null: none.</param>
internal sealed record GivenSpec(string Name, string Spec, string? Companion, string? Tests)
{
    private const int LongestName = 64;

    /// <summary>For the forge.</summary>
    public SpecInput Input { get; } = SpecInput.Of(Name, Spec, Companion, Tests);

    /// <summary>Reads the arguments <c>spec companion tests</c>.</summary>
    /// <param name="request">The call.</param>
    /// <param name="most">Bytes of each.</param>
    /// <param name="refusal">What is too large; null: nothing.</param>
    public static GivenSpec? Of(FixedRequest request, int most, out string? refusal)
    {
        var (spec, companion, tests) = (TextOf(request.Value("spec"))!, request.Text("companion"), TextOf(request.Value("tests")));
        refusal = TooLarge("spec", spec, most) ?? TooLarge("companion", companion, most) ?? TooLarge("tests", tests, most);
        return refusal is null ? new(NameOf(spec), spec, companion, tests) : null;
    }

    private static string? TooLarge(string name, string? text, int most) =>
        text is not null && Encoding.UTF8.GetByteCount(text) is var bytes && bytes > most ? $"/{name} has {bytes} bytes, and {most} are allowed: make the tool smaller, or give its data as arguments" : null;

    // As an object it is its own text; a text is the file's.
    private static string? TextOf(JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    private static string NameOf(string spec)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(spec, new JsonDocumentOptions { MaxDepth = JsonReader.MaximumDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && IsName(name.GetString()!) ? name.GetString()! : "spec";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The forge says what is wrong with it.
            return "spec";
        }
    }

    private static bool IsName(string text)
    {
        if (text.Length is 0 or > LongestName) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) return false;
        return true;
    }
}
