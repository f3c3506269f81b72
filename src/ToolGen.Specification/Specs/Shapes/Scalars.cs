using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Shapes;

/// <summary>Any JSON value.</summary>
internal sealed class AnyShape : Shape
{
    public override string Wanted => "any JSON value";

    public override bool Fits(JsonNode node) => true;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
    }
}

/// <summary>A value of given JSON types, looked into by somebody else: a JSON Schema, a short record.</summary>
internal sealed class KindShape(string wanted, params JsonKind[] kinds) : Shape
{
    public JsonKind[] Kinds => kinds;

    public override string Wanted => wanted;

    public override bool Fits(JsonNode node) => Array.IndexOf(kinds, node.Kind) >= 0;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
    }
}

/// <summary>A JSON Schema; <see cref="Schemas.SchemaReader"/> looks into it.</summary>
internal sealed class SchemaShape : Shape
{
    public override string Wanted => "a JSON Schema";

    public override bool Fits(JsonNode node) => node is JsonObject or JsonBoolean;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
    }

    public override JsonNode Canonical(JsonNode node) => SchemaLines.Join(node);
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class BooleanShape : Shape
{
    public override string Wanted => "true or false";

    public override bool Fits(JsonNode node) => node is JsonBoolean;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
    }
}

/// <summary>A string; with a rule where not every string will do.</summary>
internal sealed class StringShape(TextRule? rule = null) : Shape
{
    public TextRule? Rule => rule;

    public override string Wanted => rule is null ? "a string" : rule.Wanted;

    public override bool Fits(JsonNode node) => node is JsonString;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        var value = ((JsonString)node).Value;
        if (rule is not null && !rule.Holds(value)) sink.Add(FindingCatalog.BadText, node.Span, label, Shown.Text(value), rule.Wanted, rule.Example);
    }
}

/// <summary>One of a few words.</summary>
internal sealed class WordShape(params string[] words) : Shape
{
    public IReadOnlyList<string> Words => words;

    public override string Wanted => words.Length == 1 ? Shown.Quoted(words[0]) : "one of " + string.Join(", ", words.Select(Shown.Quoted));

    public override bool Fits(JsonNode node) => node is JsonString;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        var value = ((JsonString)node).Value;
        if (Array.IndexOf(words, value) >= 0) return;
        var near = NearMiss.Of(value, words);
        var fix = near is null ? null : new FindingFix($"write \"{near}\"", new(new TextEdit(node.Span, JsonWriter.Quote(near))));
        sink.Add(FindingCatalog.UnknownWord, node.Span, fix, Shown.Text(value), label, near is null ? this.Wanted : Shown.Quoted(near));
    }
}

/// <summary>A whole number within bounds.</summary>
internal sealed class IntegerShape(long minimum, long maximum) : Shape
{
    public long Minimum => minimum;

    public long Maximum => maximum;

    public override string Wanted => "a whole number from " + Text(minimum) + " to " + Text(maximum);

    public override bool Fits(JsonNode node) => node is JsonNumber;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        if (Value(node) is not { } value || value < minimum || value > maximum)
            sink.Add(FindingCatalog.WrongType, node.Span, label, this.Wanted, Shown.Text(((JsonNumber)node).Text));
    }

    /// <summary>The value of a number that is whole and fits 64 bits, whatever its notation; else null.</summary>
    public static long? Value(JsonNode? node) =>
        node is JsonNumber number && long.TryParse(CanonicalNumber.Normalize(number.Text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A number that is not negative.</summary>
internal sealed class AmountShape : Shape
{
    public override string Wanted => "a number of at least 0";

    public override bool Fits(JsonNode node) => node is JsonNumber;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        if (CanonicalNumber.Normalize(((JsonNumber)node).Text)[0] == '-') sink.Add(FindingCatalog.WrongType, node.Span, label, this.Wanted, Shown.Text(((JsonNumber)node).Text));
    }
}

/// <summary>Text of one or many lines: a string, or an array of strings without line breaks (SPEC §1.5).</summary>
/// <param name="endsLines">Whether each line ends with LF, as in a file; else lines are joined by LF.</param>
internal sealed class TextShape(bool endsLines = false) : Shape
{
    public override JsonNode Canonical(JsonNode node) => node is JsonArray lines && lines.Items.All(line => line is JsonString)
        ? new JsonString(string.Concat(lines.Items.Select((line, i) => (i > 0 && !endsLines ? "\n" : "") + ((JsonString)line).Value + (endsLines ? "\n" : ""))), lines.Span)
        : node;

    public override string Wanted => "a string, or an array with a string for each line";

    public override bool Fits(JsonNode node) => node is JsonString or JsonArray;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        if (node is not JsonArray lines) return;
        foreach (var line in lines.Items)
        {
            if (line is not JsonString text) sink.Add(FindingCatalog.WrongType, line.Span, label, "a string for each line", Describe(line));
            else if (text.Value.IndexOfAny(['\n', '\r']) is var at and >= 0) sink.Add(FindingCatalog.LineBreakInLine, new(text.OffsetOf(at), 1), label);
        }
    }
}
