using System.Collections.Generic;
using System.Text.Json;

namespace ToolGen.Server.Tests;

/// <summary>Specs as a model writes them.</summary>
internal static class Specs
{
    /// <summary>Counts the words of a text.</summary>
    public const string CountWords = TestSupport.CountWords.Spec;

    /// <summary>The same with a fault in its C#.</summary>
    public static readonly string Faulty = CountWords.Replace("input.Text.Split", "input.Words.Split");

    /// <summary>The same with a sample that it does not pass.</summary>
    public static readonly string WrongSample = CountWords.Replace("""{"words":3}""", """{"words":4}""");

    /// <summary>The same under another number, so that it is another version.</summary>
    public static string Numbered(string version) => CountWords.Replace("\"name\":\"count_words\"", $"\"name\":\"count_words\",\"version\":\"{version}\"");

    public static Dictionary<string, object?> Arguments(string spec) => new() { ["spec"] = JsonElement.Parse(spec) };
}
