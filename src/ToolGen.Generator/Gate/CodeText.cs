using System;
using System.Collections.Generic;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Gate;

/// <summary>The stretch of a spec's text that is C#, and the way back from it to the spec.</summary>
public sealed class CodeText(SpecText text, int length, FindingSink findings)
{
    /// <summary>The field in the spec.</summary>
    public SpecText Text { get; } = text;

    /// <summary>The C#, in UTF-16 units from the start of the field.</summary>
    public string Value { get; } = length == text.Value.Length ? text.Value : text.Value.Substring(0, length);

    /// <summary>The stretch of the spec that a stretch of the C# stands at.</summary>
    public TextSpan SpanInSpec(int start, int units)
    {
        start = Math.Max(0, Math.Min(start, this.Value.Length));
        var from = this.Text.OffsetOf(start);
        return new(from, Math.Max(0, this.Text.OffsetOf(Math.Min(start + units, this.Value.Length)) - from));
    }

    /// <summary>Adds a finding at a stretch of the C#.</summary>
    public void Report(FindingDescriptor descriptor, int start, int units, params string[] arguments) =>
        findings.Add(descriptor, this.SpanInSpec(start, units), arguments);

    /// <summary>Adds a finding whose fix replaces stretches of the C# by other C#.</summary>
    public void Report(FindingDescriptor descriptor, int start, int units, string title, IReadOnlyList<(int Start, int Units, string Code)> edits, params string[] arguments)
    {
        var mended = new List<TextEdit>(edits.Count);
        foreach (var (at, count, code) in edits) mended.Add(new(this.SpanInSpec(at, count), Escape(code)));
        findings.Add(descriptor, this.SpanInSpec(start, units), new FindingFix(title, new(mended.ToArray())), arguments);
    }

    /// <summary>Adds a finding whose fix writes another value for the whole field.</summary>
    public void Replace(FindingDescriptor descriptor, string title, JsonNode value, params string[] arguments)
    {
        var mends = new Specification.Fixes.MendSink(findings.Source);
        findings.Add(descriptor, this.Text.Node.Span, new FindingFix(title, new(mends.Replacing(this.Text.Node, value))), arguments);
    }

    private static string Escape(string code) => code.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\t", "\\t");
}
