using ToolGen.Specification.Json;

namespace ToolGen.Server.Answers;

/// <summary>Text that a maker or caller wrote, for a model or a person: one line, nothing that cannot be seen, short.</summary>
internal static class ShortText
{
    public static string Of(string text, int most) => ShownText.Plain(text, most);
}
