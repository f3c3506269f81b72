namespace ToolGen.TestSupport;

/// <summary>The tool that the stories of a server make.</summary>
internal static class CountWords
{
    /// <summary>Its spec, as a model writes it.</summary>
    public const string Spec =
        """
        {"name":"count_words","description":"Count the words of a text. Use it on plain text; not on markup.","inputSchema":{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]},"outputSchema":{"type":"object","properties":{"words":{"type":"integer"}},"required":["words"]},"implementation":{"kind":"code","body":"return new Output(input.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);"},"examples":[{"input":{"text":"one two"},"output":{"words":2}},{"input":{"text":""},"output":{"words":0}},{"input":{"text":" a  b c "},"output":{"words":3}}]}
        """;
}
