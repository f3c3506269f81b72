using System.Collections.Generic;
using System.Text.Json;

namespace ToolGen.Server.Tests;

/// <summary>Specs as a model writes them.</summary>
internal static class Specs
{
    /// <summary>Counts the words of a text.</summary>
    public const string CountWords =
        """
        {"name":"count_words","description":"Count the words of a text. Use it on plain text; not on markup.","inputSchema":{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]},"outputSchema":{"type":"object","properties":{"words":{"type":"integer"}},"required":["words"]},"implementation":{"kind":"code","body":"return new Output(input.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);"},"examples":[{"input":{"text":"one two"},"output":{"words":2}},{"input":{"text":""},"output":{"words":0}},{"input":{"text":" a  b c "},"output":{"words":3}}]}
        """;

    /// <summary>The same with a fault in its C#.</summary>
    public static readonly string Faulty = CountWords.Replace("input.Text.Split", "input.Words.Split");

    /// <summary>The same with a sample that it does not pass.</summary>
    public static readonly string WrongSample = CountWords.Replace("""{"words":3}""", """{"words":4}""");

    /// <summary>The same under another number, so that it is another version.</summary>
    public static string Numbered(string version) => CountWords.Replace("\"name\":\"count_words\"", $"\"name\":\"count_words\",\"version\":\"{version}\"");

    public static Dictionary<string, object?> Arguments(string spec) => new() { ["spec"] = JsonElement.Parse(spec) };
}
