using System;
using System.Linq;

namespace ToolGen.Specification.Tests.Patterns;

/// <summary>Random patterns, texts and replacements from a seed, biased towards what goes wrong: empty rounds, nested repetitions, captures.</summary>
internal sealed class PatternMaker(int seed)
{
    private static readonly string[] Characters = ["a", "b", "c", "A", "1", "_", " ", "-", "\n", "é", "\u2028", "\U0001F600", "\uD83D", "\uDE00", "\uFEFF"];

    private static readonly string[] Sets =
    [
        ".", @"\d", @"\w", @"\s", @"\D", @"\W", @"\S", "[ab]", "[^a]", "[a-c_]", @"[\d\-a]", "[^]", "[]", @"\p{L}", @"\P{L}", @"\p{Lu}", @"[\p{N}b]", @"[^\p{L}\s]",
        @"\p{gc=Ll}", @"\p{Any}", @"\p{ASCII}", @"\u{1F600}", @"\uD83D\uDE00", @"\uD83D", @"\xe9", @"[\u{1F5FF}-\u{1F601}]", @"\cJ", @"\0", @"\/", @"[\b]", @"\p{General_Category=Cs}",
    ];

    private static readonly string[] Quantifiers = ["*", "+", "?", "{2}", "{0,2}", "{1,}", "{2,3}", "{0}", "{0,1}"];
    private static readonly string[] Noise = ["(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "^", "$", ".", "\\", "-", "a", "b", "1", "0", ",", "u", "x", "p", "L", "=", "!", "<", ">", ":", "k", "c", "/", "\U0001F600"];

    private readonly Random random = new(seed);
    private int groups;

    public string Pattern()
    {
        groups = 0;
        return Choice(4);
    }

    public string Text(int most = 10) => string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(4) > 0 ? Characters[random.Next(3)] : Pick(Characters)));

    public string Replacement() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(["$1", "$2", "$12", "$&", "$$", "$", "$0", "$`", "$'", "$<n1>", "$<n", "$01", "x", "<>"])));

    public string Garbage() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pick(Noise)));

    private string Choice(int depth) => string.Join('|', Enumerable.Range(0, random.Next(5) == 0 ? 2 : 1).Select(_ => Sequence(depth)));

    private string Sequence(int depth) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Term(depth)));

    private string Term(int depth)
    {
        if (random.Next(12) == 0) return Pick(["^", "$", @"\b", @"\B"]);
        var atom = depth > 0 && random.Next(3) == 0 ? Group(depth - 1) : random.Next(3) == 0 ? Pick(Sets) : Characters[random.Next(3)];
        return random.Next(5) < 2 ? atom + Pick(Quantifiers) + (random.Next(3) == 0 ? "?" : "") : atom;
    }

    private string Group(int depth) => random.Next(5) switch
    {
        < 2 => "(?:" + Choice(depth) + ")",
        2 => $"(?<n{++groups}>" + Choice(depth) + ")",
        _ => "(" + Choice(depth) + ")",
    };

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
