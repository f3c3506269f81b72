using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.OpenApi.Operations;

namespace ToolGen.OpenApi.Specs;

/// <summary>The address of a spec: server, then the path with a hole for each parameter of it.</summary>
internal static class AddressText
{
    /// <summary>The names in braces, in order.</summary>
    public static IReadOnlyList<string> Holes(string path)
    {
        var names = new List<string>();
        foreach (var (name, isHole) in Split(path))
            if (isHole && !names.Contains(name)) names.Add(name);
        return names;
    }

    /// <summary>The address.</summary>
    /// <param name="operation">Its server is known.</param>
    /// <param name="values">What stands for each name.</param>
    public static string Of(ApiOperation operation, IReadOnlyDictionary<string, string> values)
    {
        var url = new StringBuilder(operation.Server!.Replace("{", "{{", StringComparison.Ordinal));
        if (!operation.Path.StartsWith('/')) url.Append('/');
        foreach (var (text, isHole) in Split(operation.Path)) url.Append(isHole ? values[text] : Literal(text));
        return url.ToString();
    }

    private static IEnumerable<(string Text, bool IsHole)> Split(string path)
    {
        // What follows a # tells operations of one path apart in some documents, and is never sent.
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0) path = path[..hash];
        var at = 0;
        while (at < path.Length)
        {
            var open = path.IndexOf('{', at);
            var close = open < 0 ? -1 : path.IndexOf('}', open);
            if (close < 0 || close == open + 1) break;
            if (open > at) yield return (path[at..open], false);
            yield return (path[(open + 1)..close], true);
            at = close + 1;
        }

        if (at < path.Length) yield return (path[at..], false);
    }

    private static string Literal(string text) => string.Concat(text.Select(c => c switch
    {
        '{' => "{{",
        <= ' ' or '\\' or '}' or '"' or '<' or '>' or '^' or '`' or '|' => $"%{(int)c:X2}",
        _ => c.ToString(),
    }));
}
