using ToolGen.Specification.Json;

namespace ToolGen.Mcp.Client;

/// <summary>Foreign text for a model or a person: one line, nothing invisible, short.</summary>
internal static class PlainText
{
    /// <summary>Most characters of a tool's description.</summary>
    public const int OfTool = 1_000;

    /// <summary>Of a description inside a schema.</summary>
    public const int OfSchema = 300;

    /// <summary>Of what a server says of an error.</summary>
    public const int OfError = 300;

    /// <summary>Of a name.</summary>
    public const int OfName = 100;

    /// <summary>The text without what cannot be seen; blanks of any kind are one blank.</summary>
    public static string Of(string? text, int most) => text is null ? "" : ShownText.Plain(text, most);
}
