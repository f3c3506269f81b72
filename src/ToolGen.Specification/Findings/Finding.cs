using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Findings;

/// <summary>How much a finding weighs: an error stops the spec at its station.</summary>
public enum FindingSeverity
{
    Info,
    Warning,
    Error,
}

/// <summary>The kinds of finding: one constant object per <c>TG####</c>, all in <see cref="FindingCatalog"/>.</summary>
/// <param name="Id">Such as <c>TG0001</c>: TG0 spec, TG1 schema, TG2 generation and compose, TG3 security, TG4 allow-list, TG5 samples, TG6 capability and policy, TG9 internal.</param>
/// <param name="Title">A few words, the same for every occurrence.</param>
/// <param name="Severity">The default weight.</param>
/// <param name="Message">What is wrong, with <c>{0}</c> holes.</param>
/// <param name="Remedy">What to write instead, with the same holes.</param>
/// <param name="Explanation">One paragraph for the finding's page: why it matters, in Markdown.</param>
/// <param name="Bad">A short excerpt that has the finding.</param>
/// <param name="Good">The same excerpt, mended.</param>
public sealed record FindingDescriptor(
    string Id, string Title, FindingSeverity Severity, string Message, string Remedy, string Explanation, string Bad, string Good);

/// <summary>A place in a file. Positions count from 0; <see cref="ToString"/> prints from 1, as compilers do.</summary>
public sealed record Place(string Path, TextSpan Span, TextPosition Start, TextPosition End)
{
    public static Place Of(SourceText source, TextSpan span) => new(source.Path, span, source.PositionOf(span.Start), source.PositionOf(span.End));

    /// <inheritdoc/>
    public override string ToString() => $"{this.Path}({this.Start.Line + 1},{this.Start.Column + 1})";
}

/// <summary>Replaces a stretch of the spec's text; edits of one fix never overlap.</summary>
public sealed record TextEdit(TextSpan Span, string NewText);

/// <summary>A mechanical remedy: safe to apply without asking.</summary>
public sealed record FindingFix(string Title, EquatableArray<TextEdit> Edits);

/// <summary>One place that a value passes on its way to where it is dangerous.</summary>
/// <param name="Place">Where.</param>
/// <param name="Text">The code there: one line, cut where it is long.</param>
public sealed record FindingStep(Place Place, string Text);

/// <summary>Something wrong with a spec: where, what, and what to write instead. Compared by value.</summary>
public sealed record Finding(FindingDescriptor Descriptor, Place Place, EquatableArray<string> Arguments, FindingFix? Fix = null)
{
    /// <summary>The way from where a value comes in to where it is dangerous; empty for findings of one place.</summary>
    public EquatableArray<FindingStep> Steps { get; init; }

    public string Id => this.Descriptor.Id;

    public FindingSeverity Severity => this.Descriptor.Severity;

    /// <summary>What is wrong, as a sentence.</summary>
    public string Message => Format(this.Descriptor.Message);

    /// <summary>What to write instead, as a sentence; may be empty.</summary>
    public string Remedy => Format(this.Descriptor.Remedy);

    /// <summary>The line that compilers print: <c>path(line,column): error TG0001: message. remedy</c>.</summary>
    public override string ToString()
    {
        var message = this.Message;
        if (this.Remedy.Length > 0) message += (message.EndsWith(".", System.StringComparison.Ordinal) ? " " : ". ") + this.Remedy;
        return $"{this.Place}: {this.Severity.ToString().ToLowerInvariant()} {this.Id}: {message}";
    }

    // One pass: an argument comes from a hostile file and may hold "{1}", which must stay as it is.
    private string Format(string template)
    {
        if (template.IndexOf('{') < 0) return template;
        var text = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length; i++)
        {
            var isHole = template[i] == '{' && i + 2 < template.Length && template[i + 1] is >= '0' and <= '9' && template[i + 2] == '}';
            if (!isHole)
            {
                text.Append(template[i]);
                continue;
            }

            var index = template[i + 1] - '0';
            if (index < this.Arguments.Count) text.Append(this.Arguments[index]);
            i += 2;
        }

        return text.ToString();
    }
}
