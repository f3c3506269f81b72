using System;

namespace ToolGen.Http;

/// <summary>The header <c>Link</c> (RFC 8288): <c>&lt;https://api.example/items?page=2&gt;; rel="next"</c>.</summary>
internal static class LinkHeader
{
    /// <summary>The target of the first link with the relation <c>next</c>; null where there is none.</summary>
    public static string? Next(ToolHttpResponse answer)
    {
        foreach (var (name, value) in answer.Headers)
            if (string.Equals(name, "Link", StringComparison.OrdinalIgnoreCase) && Next(value) is { } target) return target;
        return null;
    }

    internal static string? Next(string value)
    {
        var rest = value.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0) return null;
            var target = rest[..close];
            rest = rest[(close + 1)..];
            var end = EndOfLink(rest);
            if (IsNext(rest[..end])) return target.ToString();
            rest = rest[end..];
        }

        return null;
    }

    // The comma that stands in no quoted value.
    private static int EndOfLink(ReadOnlySpan<char> parameters)
    {
        var quoted = false;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] == '"') quoted = !quoted;
            else if (parameters[i] == '\\' && quoted) i++;
            else if (parameters[i] == ',' && !quoted) return i;
        }

        return parameters.Length;
    }

    private static bool IsNext(ReadOnlySpan<char> parameters)
    {
        foreach (var range in parameters.Split(';'))
        {
            var parameter = parameters[range].Trim();
            var equals = parameter.IndexOf('=');
            if (equals < 0 || !parameter[..equals].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase)) continue;
            var relations = parameter[(equals + 1)..].Trim().Trim('"');
            foreach (var relation in relations.Split(' '))
                if (relations[relation].Equals("next", StringComparison.OrdinalIgnoreCase)) return true;
            return false;
        }

        return false;
    }
}
