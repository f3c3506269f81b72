using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Testing.Replay.Http;

/// <summary>The parts of a URL, decoded, so that two spellings of one URL are equal.</summary>
internal static class UrlParts
{
    /// <summary>Scheme, host in lower case, port where it is not the scheme's.</summary>
    public static string Origin(Uri url) => FormattableString.Invariant($"{url.Scheme}://{url.IdnHost.ToLowerInvariant()}{(url.IsDefaultPort ? "" : ":" + url.Port)}");

    /// <summary>The segments of the path; a slash that is encoded stays within its segment.</summary>
    public static IReadOnlyList<string> Segments(Uri url) => url.AbsolutePath.TrimStart('/').Split('/').Select(Uri.UnescapeDataString).ToArray();

    /// <summary>Names and values of a query or a form, in order; <c>+</c> is a blank.</summary>
    /// <param name="query">With its question mark, or empty.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(string query) => query.Length <= 1
        ? []
        : query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => new KeyValuePair<string, string>(Decoded(pair[0]), pair.Length == 1 ? "" : Decoded(pair[1]))).ToArray();

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
