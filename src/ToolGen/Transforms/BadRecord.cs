using System;
using System.Globalization;

namespace ToolGen.Transforms;

/// <summary>What is wrong with the record at hand. Readers note the first fault and go on, so that skipping a bad record costs no exception.</summary>
public sealed class BadRecord
{
    private const int MaxShown = 100;

    internal BadRecord()
    {
    }

    /// <summary>Where the record begins, from 1.</summary>
    public long Line { get; internal set; } = 1;

    /// <summary>Its number, from 1, where lines alone do not tell records apart (JSON, XML); else 0.</summary>
    public long Record { get; internal set; }

    /// <summary>Whether the record is bad.</summary>
    public bool IsBad => this.Fault is not null;

    internal string? Fault { get; private set; }

    /// <summary>Notes a fault of the record; only the first is kept.</summary>
    /// <param name="fault">A clause such as <c>a quote is not closed</c>.</param>
    public void Note(string fault) => this.Fault ??= fault;

    internal void Clear() => this.Fault = null;

    internal ToolException ToException() => this.ToException(this.Fault ?? "the record is bad");

    internal ToolException ToException(string fault) =>
        new(ToolErrorCodes.BadData, string.Create(CultureInfo.InvariantCulture, $"line {this.Line}{(this.Record > 0 ? $", record {this.Record}" : "")}: {fault}"));

    /// <summary>A value in quotes, shortened, line breaks and control characters made visible.</summary>
    internal static string Show(ReadOnlySpan<char> text)
    {
        var cut = text.Length > MaxShown;
        var shown = (cut ? text[..MaxShown] : text).ToString().Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t");
        return cut ? $"\"{shown}…\"" : $"\"{shown}\"";
    }
}
