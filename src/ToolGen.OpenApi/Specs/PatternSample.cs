using System.Linq;
using System.Text;
using ToolGen.Checks;

namespace ToolGen.OpenApi.Specs;

/// <summary>A text that a pattern matches: the first of what it allows, preferring letters and digits.</summary>
internal static class PatternSample
{
    private const int Longest = 2_000;

    /// <summary>Null where the pattern is not one that a spec checks, or wants a text that is too long.</summary>
    public static string? Of(string pattern)
    {
        try
        {
            var to = new StringBuilder();
            Write(PatternParser.Parse(pattern).Root, to);
            return to.Length <= Longest ? to.ToString() : null;
        }
        catch (PatternException)
        {
            return null;
        }
    }

    private static void Write(PatternNode node, StringBuilder to)
    {
        if (to.Length > Longest) return;
        switch (node)
        {
            case SetNode { Set: var set }:
                to.Append(char.ConvertFromUtf32(One(set)));
                break;
            case SequenceNode { Parts: var parts }:
                foreach (var part in parts) Write(part, to);
                break;
            case ChoiceNode { Alternatives: var alternatives }:
                Write(alternatives.FirstOrDefault(alternative => !alternative.IsNullable) ?? alternatives[0], to);
                break;
            case CaptureNode { Body: var body }:
                Write(body, to);
                break;
            case RepeatNode repeat:
                for (var i = 0; i < System.Math.Max(repeat.Min, repeat.Max > 0 ? 1 : 0) && to.Length <= Longest; i++) Write(repeat.Body, to);
                break;
        }
    }

    private static int One(CodePointSet set)
    {
        foreach (var wanted in "a0A1-_. ")
            for (var range = 0; range < set.RangeCount; range++)
                if (set.First(range) <= wanted && wanted <= set.LastOf(range)) return wanted;
        for (var range = 0; range < set.RangeCount; range++)
            if (set.LastOf(range) >= ' ' && set.First(range) is < 0xD800 or > 0xDFFF) return System.Math.Max(set.First(range), ' ');
        return ' ';
    }
}
