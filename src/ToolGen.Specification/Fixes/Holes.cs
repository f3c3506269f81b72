using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Which names a hole can have in a spec, and the styles of other languages that name one of them.</summary>
internal sealed class Holes
{
    // ${x}, {{x}}, ${{ steps.x.y }}: braces that enclose nothing but a dotted path.
    private static readonly Regex Styles = new(@"\$\{\{\s*([\w.]+)\s*\}\}|\$\{\s*([\w.]+)\s*\}|\{\{\s*([\w.]+)\s*\}\}|\{\s*((?:steps|inputs?)\.[\w.]+)\s*\}", RegexOptions.CultureInvariant);

    private readonly HashSet<string> names;

    public Holes(JsonObject root, JsonObject implementation)
    {
        this.names = new(Members((root["inputSchema"] as JsonObject)?["properties"]).Concat(Members(implementation["let"])).Concat(Members(implementation["steps"])));
    }

    public bool Contains(string name) => this.names.Contains(name);

    /// <summary>The text with each such hole in single braces; null where there is none.</summary>
    public string? Mend(string text)
    {
        var mended = Styles.Replace(text, match => this.Path(match) is { } path ? "{" + path + "}" : match.Value);
        return mended == text ? null : mended;
    }

    /// <summary>Whether a text can name an input, a <c>let</c> or a step.</summary>
    public static bool IsName(string text) => text.Length > 0 && !char.IsDigit(text[0]) && text.All(unit => char.IsLetterOrDigit(unit) || unit == '_');

    private string? Path(Match match)
    {
        var path = match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value;
        // A tool may have an input that is called so.
        foreach (var prefix in new[] { "steps.", "inputs.", "input." })
            if (path.StartsWith(prefix, StringComparison.Ordinal) && !this.names.Contains(prefix.TrimEnd('.'))) path = path.Substring(prefix.Length);
        path = path.Replace(".output.", ".").Replace(".outputs.", ".");
        var dot = path.IndexOf('.');
        return this.names.Contains(dot < 0 ? path : path.Substring(0, dot)) ? path : null;
    }

    private static IEnumerable<string> Members(JsonNode? node) => node is JsonObject @object ? @object.Members.Select(member => member.Name) : [];
}
