using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace ToolGen.Checks;

/// <summary>
/// A regular expression with the meaning of ECMA-262 (2025) under the flag <c>u</c>, unanchored, without look-around and back-references.
/// Time is linear in text length × pattern size whatever both hold (all matches of a text together, too), memory is bounded. Immutable and
/// thread-safe; worth keeping in a static field.
/// </summary>
/// <remarks>
/// Leftmost match; alternatives and greedy or lazy quantifiers by priority; captures are cleared at each round of a repetition. <c>^</c>
/// and <c>$</c> are the text's ends, <c>.</c> all but line terminators, <c>\d \w \b</c> ASCII, <c>\s</c> ECMA-262's white space,
/// <c>\p{…}</c> general categories with the tables of the runtime. Positions and lengths are UTF-16 units, matching is by code points.
/// </remarks>
sealed partial class EcmaPattern
{
    /// <summary>Cap on a pattern's text, in UTF-16 units.</summary>
    public const int MaxLength = 16_384;

    /// <summary>Cap on states, with every <c>{n,m}</c> written out.</summary>
    public const int MaxStates = 2_000;

    /// <summary>Cap on capturing groups: as many as a replacement can name.</summary>
    public const int MaxGroups = 99;

    /// <summary>Cap on groups inside groups.</summary>
    public const int MaxDepth = 100;

    /// <summary>Cap on what <see cref="Replace"/> returns, in UTF-16 units.</summary>
    public const int MaxReplacedLength = 32 << 20;

    private readonly PatternProgram program;
    private readonly LiveStates states;
    private readonly string?[] groupNames;
    private readonly string prefix;

    private EcmaPattern(string source)
    {
        Source = source;
        var (root, names) = PatternParser.Parse(source);
        groupNames = names;
        program = PatternCompiler.Compile(root, names.Length - 1);
        states = new(program);
        prefix = PatternPrefix.Of(root);
    }

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>The names of the groups by their numbers; element 0 stands for the match, null for a group without a name.</summary>
    public IReadOnlyList<string?> GroupNames => groupNames;

    /// <summary>What the pattern costs, at most <see cref="MaxStates"/>.</summary>
    internal int StateCount => program.Instructions.Count;

    internal PatternProgram Program => program;

    /// <summary>Reads a pattern. Never throws.</summary>
    /// <param name="pattern">Without slashes and flags.</param>
    /// <param name="result">The pattern, where it is one.</param>
    /// <param name="error">The first thing that is wrong, else null.</param>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out EcmaPattern? result, [NotNullWhen(false)] out PatternError? error)
    {
        (result, error) = (null, null);
        try
        {
            result = new(pattern ?? "");
            return true;
        }
        catch (PatternException exception)
        {
            error = exception.Error;
            return false;
        }
    }

    /// <summary>Reads a pattern that is known to be one.</summary>
    /// <exception cref="PatternException">It is refused.</exception>
    public static EcmaPattern Parse(string pattern) => new(pattern);

    /// <summary>Whether the pattern matches anywhere in a text.</summary>
    public bool IsMatch(string text) => IsMatch(text, out _);

    /// <summary>The first match that begins at or behind a position; null where there is none.</summary>
    /// <param name="text">The text; <c>^</c> stays its beginning whatever <paramref name="start"/> is.</param>
    /// <param name="start">In UTF-16 units, 0 to the text's length; inside a surrogate pair it means the pair's beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is not within the text.</exception>
    public PatternMatch? Match(string text, int start = 0)
    {
        if (start < 0 || start > text.Length) throw new ArgumentOutOfRangeException(nameof(start));
        var matches = Find(text, start, 1, out _);
        return matches.Count == 0 ? null : matches[0];
    }

    /// <summary>All matches from left to right that do not overlap; behind an empty one the search goes on one code point further.</summary>
    public IReadOnlyList<PatternMatch> Matches(string text) => Find(text, 0, int.MaxValue, out _);

    /// <summary>How many <see cref="Matches"/> there are.</summary>
    public int Count(string text) => Matches(text).Count;

    /// <summary>The text with every match replaced.</summary>
    /// <param name="text">The text.</param>
    /// <param name="replacement">Text with <c>$1</c> to <c>$99</c>, <c>$&lt;name&gt;</c>, <c>$&amp;</c> (the match), <c>$`</c> and <c>$'</c> (what is before and behind it) and <c>$$</c> (a dollar sign).</param>
    /// <exception cref="PatternLimitException">The result is longer than <see cref="MaxReplacedLength"/>.</exception>
    public string Replace(string text, string replacement) => PatternReplacement.Apply(text, replacement, Matches(text));

    /// <summary>The pattern as written.</summary>
    public override string ToString() => Source;

    /// <param name="text">The text.</param>
    /// <param name="steps">The work done; see <see cref="LiveSweep.Steps"/>.</param>
    internal bool IsMatch(string text, out long steps)
    {
        steps = 0;
        var from = Lowest(text, 0);
        if (from < 0) return false;
        return new LiveSweep(program, states, text).Begins(from, out steps);
    }

    internal IReadOnlyList<PatternMatch> Find(string text, int start, int most, out long steps)
    {
        steps = 0;
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1])) start--;
        var position = Lowest(text, start);
        if (position < 0) return [];

        var matches = new List<PatternMatch>();
        var history = new LiveHistory(program, states, text, position);
        while (matches.Count < most && position <= text.Length && history.FindStart(position) is >= 0 and var found)
        {
            var match = new PatternMatch(text, PatternWalk.Go(program, history, text, found, ref steps), groupNames);
            matches.Add(match);
            position = match.Length > 0 ? match.Index + match.Length : Following(text, match.Index);
        }

        steps += history.Steps;
        return matches;
    }

    /// <summary>The position one code point further; one beyond the text's length at its end.</summary>
    internal static int Following(string text, int position) =>
        position + 1 < text.Length && char.IsHighSurrogate(text[position]) && char.IsLowSurrogate(text[position + 1]) ? position + 2 : position + 1;

    // Where a match can begin at the earliest, -1 for nowhere: the literal text that a pattern begins with is searched by the runtime's fast search.
    private int Lowest(string text, int start) => prefix.Length == 0 ? start : text.IndexOf(prefix, start, StringComparison.Ordinal);
}
