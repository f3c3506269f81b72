using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToolGen.Forge.Worth;

/// <summary>Small mistakes in the text of a statement, one a word that can be wrong.</summary>
internal static partial class SqlMutations
{
    /// <summary>The text with one word changed each.</summary>
    public static IEnumerable<string> Of(string text) =>
        Words().Matches(text).Select(word => Other(word.Value) is { } other ? string.Concat(text.AsSpan(0, word.Index), other, text.AsSpan(word.Index + word.Length)) : null).OfType<string>();

    private static string? Other(string word) => word.ToUpperInvariant() switch
    {
        "AND" => "OR",
        "OR" => "AND",
        "DESC" => "ASC",
        "ASC" => "DESC",
        "MIN" => "MAX",
        "MAX" => "MIN",
        "SUM" => "COUNT",
        "AVG" => "SUM",
        "LEFT" => "INNER",
        "DISTINCT" => "ALL",
        "<" => "<=",
        "<=" => "<",
        ">" => ">=",
        ">=" => ">",
        "=" => "<>",
        "<>" or "!=" => "=",
        _ => null,
    };

    [GeneratedRegex(@"'(?:[^']|'')*'|""[^""]*""|<=|>=|<>|!=|[<>=]|\b\w+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
