using System.Collections.Generic;
using System.Text;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Finds the holes of a value (SPEC §1.1): <c>{name}</c>, <c>{step.path}</c>, <c>{row[column]}</c>, <c>{name:contains}</c>; <c>{{</c> is a brace.</summary>
internal static class HoleReader
{
    /// <summary>Splits a text; malformed holes are findings and count as literal text.</summary>
    public static HoleText Read(SpecText text, FindingSink sink)
    {
        var value = text.Value;
        var pieces = new List<HolePiece>();
        var literal = new StringBuilder();
        var start = 0;
        var i = 0;
        while (i < value.Length)
        {
            if (value[i] != '{')
            {
                literal.Append(value[i++]);
                continue;
            }

            if (i + 1 < value.Length && value[i + 1] == '{')
            {
                literal.Append('{');
                i += 2;
                continue;
            }

            var close = value.IndexOf('}', i);
            if (close < 0)
            {
                sink.Add(FindingCatalog.UnclosedHole, SpanOf(text, i, i + 1));
                literal.Append(value, i, value.Length - i);
                break;
            }

            var reference = value.Substring(i + 1, close - i - 1);
            if (!IsReference(reference))
            {
                sink.Add(FindingCatalog.BadHole, SpanOf(text, i, close + 1), Shown.Text(value.Substring(i, close + 1 - i)));
                literal.Append(value, i, close + 1 - i);
            }
            else
            {
                if (i > start) pieces.Add(new(new(start, i - start), literal.ToString(), null));
                literal.Clear();
                pieces.Add(new(new(i, close + 1 - i), "", reference));
                start = close + 1;
            }

            i = close + 1;
        }

        if (literal.Length > 0) pieces.Add(new(new(start, value.Length - start), literal.ToString(), null));
        return new(text, pieces);
    }

    /// <summary>Looks at every string inside a JSON value with holes.</summary>
    public static void Check(JsonNode? node, FindingSink sink)
    {
        switch (node)
        {
            case JsonString text when text.Value.IndexOf('{') >= 0:
                Read(Texts.Of(text)!, sink);
                break;
            case JsonArray array:
                foreach (var item in array.Items) Check(item, sink);
                break;
            case JsonObject @object:
                foreach (var member in @object.Members) Check(member.Value, sink);
                break;
        }
    }

    /// <summary>The place in the file of a stretch of a text.</summary>
    public static TextSpan SpanOf(SpecText text, int start, int end)
    {
        var from = text.OffsetOf(start);
        return new(from, System.Math.Max(0, text.OffsetOf(end) - from));
    }

    // segment ("." segment)* ("[" segment "]")? (":" word)?
    private static bool IsReference(string text)
    {
        var i = 0;
        if (!Segment(text, ref i)) return false;
        while (i < text.Length && text[i] == '.')
        {
            i++;
            if (!Segment(text, ref i)) return false;
        }

        if (i < text.Length && text[i] == '[')
        {
            i++;
            if (!Segment(text, ref i) || i == text.Length || text[i++] != ']') return false;
        }

        if (i < text.Length && text[i] == ':')
        {
            i++;
            if (!Segment(text, ref i)) return false;
        }

        return i == text.Length;
    }

    private static bool Segment(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '-' or '$' or '@')) i++;
        return i > start;
    }
}
