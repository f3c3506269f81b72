using System.Linq;
using ToolGen.Mcp.Client.Listing;
using ToolGen.Mcp.Client.Schemas;
using ToolGen.Specification.Json;

namespace ToolGen.Mcp.Client.Specs;

/// <summary>Characters in what a server says of a tool that a person does not see.</summary>
internal static class HiddenWords
{
    /// <summary>The name of the first, such as <c>U+200B</c>; null: there is none.</summary>
    public static string? Of(ListedTool tool) =>
        First(tool.Said.Name) ?? First(tool.Said.Title) ?? First(tool.Said.Description) ?? First(tool.Said.Annotations?.Title)
        ?? First(JsonNodes.TryOf(tool.Said.InputSchema)) ?? (tool.Said.OutputSchema is { } output ? First(JsonNodes.TryOf(output)) : null);

    private static string? First(JsonNode? node) => node switch
    {
        JsonString text => First(text.Value),
        JsonArray list => list.Items.Select(First).FirstOrDefault(name => name is not null),
        JsonObject map => map.Members.Select(member => First(member.Name) ?? First(member.Value)).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static string? First(string? text) =>
        text is not null && InvisibleCharacters.IndexIn(text) is >= 0 and var at ? InvisibleCharacters.Name(InvisibleCharacters.CodePointAt(text, at)) : null;
}
