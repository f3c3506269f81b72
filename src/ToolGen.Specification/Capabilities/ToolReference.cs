using System;
using ToolGen.Specification.Specs.Format;

namespace ToolGen.Specification.Capabilities;

/// <summary>How a tool names another: <c>query_sales</c>, or with a range <c>query_sales@^1</c>.</summary>
/// <param name="Name">Compared ignoring case.</param>
/// <param name="Range">Null: any version.</param>
public sealed record ToolReference(string Name, VersionRange? Range)
{
    /// <summary>Reads a reference; null where it is none.</summary>
    public static ToolReference? TryParse(string text)
    {
        if (!TextRules.ToolReference.Holds(text)) return null;
        var at = text.IndexOf('@');
        if (at < 0) return new(text, null);
        return VersionRange.TryParse(text.Substring(at + 1)) is { } range ? new(text.Substring(0, at), range) : null;
    }

    /// <summary>Whether a tool of this name and version is meant.</summary>
    public bool Accepts(string name, string version) =>
        string.Equals(name, this.Name, StringComparison.OrdinalIgnoreCase) && (this.Range is null || this.Range.Accepts(version));

    /// <inheritdoc/>
    public override string ToString() => this.Range is null ? this.Name : this.Name + "@" + this.Range.Text;
}
