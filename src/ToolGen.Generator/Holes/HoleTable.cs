using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Holes;

/// <summary>
/// Keeps C# of a spec out of the template engine: a template prints a mark, and the code takes the mark's place afterwards, on lines of its
/// own between <c>#line</c> directives. A mark must stand alone on its line.
/// </summary>
public sealed class HoleTable(SourceText source, string linePath)
{
    // No template and no escaped text can hold it: control characters are encoded there.
    private const char Open = '\u0001';
    private const char Close = '\u0002';

    private readonly List<(GatedCode Code, SyntaxKind[] Parents)> holes = [];
    private readonly string path = linePath;

    /// <summary>What a template prints for a hole.</summary>
    /// <param name="code">What fills it.</param>
    /// <param name="parents">The kinds of node that may hold it there; none: any.</param>
    public string Mark(GatedCode code, params SyntaxKind[] parents)
    {
        this.holes.Add((code, parents));
        return string.Concat(Open.ToString(), (this.holes.Count - 1).ToString(CultureInfo.InvariantCulture), Close.ToString());
    }

    /// <summary>Whether every mark in a text is whole: a template that is not ToolGen's may take texts apart.</summary>
    public bool IsWhole(string rendered)
    {
        for (var at = rendered.IndexOfAny([Open, Close]); at >= 0; at = rendered.IndexOfAny([Open, Close], at + 1))
        {
            var end = rendered.IndexOf(Close, at);
            if (rendered[at] != Open || end < 0 || !int.TryParse(rendered.Substring(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= this.holes.Count) return false;
            at = end;
        }

        return true;
    }

    /// <summary>Puts every hole into its place.</summary>
    public string Fill(string rendered, out IReadOnlyList<FilledHole> placed)
    {
        var places = new List<FilledHole>(this.holes.Count);
        placed = places;
        if (this.holes.Count == 0) return rendered;
        var text = new StringBuilder(rendered.Length + 256);
        var from = 0;
        for (var at = rendered.IndexOf(Open); at >= 0; at = rendered.IndexOf(Open, from))
        {
            var end = rendered.IndexOf(Close, at);
            var (code, parents) = this.holes[int.Parse(rendered.Substring(at + 1, end - at - 1), CultureInfo.InvariantCulture)];
            text.Append(rendered, from, at - from);
            StartLine(text);
            var place = code is GatedBody ? this.AppendLines(text, code) : this.AppendWhole(text, code);
            places.Add(new(place, code, parents) { Length = text.Length - place });
            if (text[text.Length - 1] != '\n') text.Append('\n');
            text.Append("#line hidden");
            from = end + 1;
        }

        return text.Append(rendered, from, rendered.Length - from).ToString();
    }

    private static void StartLine(StringBuilder text)
    {
        while (text.Length > 0 && text[text.Length - 1] == ' ') text.Length--;
        if (text.Length > 0 && text[text.Length - 1] != '\n') text.Append('\n');
    }

    // A debugger stops where a statement starts, and a stack trace names that line: what the template wrote before the hole maps to the hole's place too.
    private int AppendWhole(StringBuilder text, GatedCode code)
    {
        var lines = code.LinesIn(source);
        var before = TakeLine(text);
        LineDirective.Append(text, lines[0].From, lines[lines.Count - 1].To, this.path, before.Length);
        text.Append(before);
        var start = text.Length;
        text.Append(code.Source);
        return start;
    }

    // Takes the last line off, where code may follow on it.
    private static string TakeLine(StringBuilder text)
    {
        var start = text.Length - 1;
        while (start > 0 && text[start - 1] != '\n') start--;
        if (text.Length - 1 - start is < 1 or > LineDirective.MaximumOffset) return "";
        var line = text.ToString(start, text.Length - 1 - start);
        if (line.TrimStart() is not [not '#', ..] || line.Contains("//")) return "";
        text.Length = start;
        return line;
    }

    // Inside a token that spans lines a directive would be part of the token; such lines follow on from the last directive.
    private int AppendLines(StringBuilder text, GatedCode code)
    {
        var unbroken = TokenLines.Inside(code);
        var lines = code.LinesIn(source);
        var start = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (!unbroken.Contains(i)) LineDirective.Append(text, line.From, line.To, this.path);
            if (start < 0) start = text.Length;
            text.Append(code.Source, line.Start, line.Length).Append('\n');
        }

        return start;
    }
}
