using System;
using System.Linq;
using System.Text;
using ToolGen.Checks;

namespace ToolGen.Specification.Schemas.Values;

/// <summary>Texts that a pattern matches, as far as its parts alone decide it.</summary>
internal sealed class PatternTexts(ValueRandom random, ValueEdge edge)
{
    private const int LongestText = 2_000;
    private const int FurtherRounds = 3;

    private readonly StringBuilder text = new();

    /// <summary>Null for a pattern that is none, or whose texts are too long.</summary>
    public string? Make(string pattern)
    {
        try
        {
            this.Add(PatternParser.Parse(pattern).Root);
        }
        catch (PatternException)
        {
            return null;
        }

        return this.text.Length > LongestText ? null : this.text.ToString();
    }

    private void Add(PatternNode node)
    {
        if (this.text.Length > LongestText) return;
        switch (node)
        {
            case SetNode set:
                this.Add(set.Set);
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts) this.Add(part);
                break;
            case ChoiceNode choice:
                this.Add(edge switch { ValueEdge.None => random.Of(choice.Alternatives), ValueEdge.Most => choice.Alternatives[choice.Alternatives.Count - 1], _ => choice.Alternatives[0] });
                break;
            case CaptureNode capture:
                this.Add(capture.Body);
                break;
            case RepeatNode repeat:
                var further = Math.Min(repeat.Max - repeat.Min, FurtherRounds);
                var rounds = repeat.Min + (edge switch { ValueEdge.None => random.Below(further + 1), ValueEdge.Most => further, _ => 0 });
                for (var i = 0; i < rounds && this.text.Length <= LongestText; i++) this.Add(repeat.Body);
                break;
        }
    }

    // What people write, where it is in the set: what is beyond ASCII only where nothing else is.
    private void Add(CodePointSet set)
    {
        if (set.RangeCount == 0) return;
        var ranges = Enumerable.Range(0, set.RangeCount).Select(range => (First: Math.Max(set.First(range), ' '), Last: Math.Min(set.LastOf(range), '~'))).Where(range => range.First <= range.Last).ToArray();
        var (first, last) = ranges.Length == 0 ? (set.First(0), set.LastOf(0)) : edge switch { ValueEdge.None => random.Of(ranges), ValueEdge.Most => ranges[ranges.Length - 1], _ => ranges[0] };
        var codePoint = edge switch { ValueEdge.None => first + random.Below(last - first + 1), ValueEdge.Most => last, _ => first };
        this.text.Append(codePoint is >= 0xD800 and <= 0xDFFF ? "?" : char.ConvertFromUtf32(codePoint));
    }
}
