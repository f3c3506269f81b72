using System;
using System.Globalization;
using ToolGen.Registry;

namespace ToolGen.Cli.Registries;

/// <summary>Words for what a registry has.</summary>
internal static class Words
{
    public static string Of(ToolState state) => state.ToString().ToLowerInvariant();

    /// <summary>The beginning of an id: what commands take for it.</summary>
    public static string Short(string id) => id.Length > 12 ? id[..12] : id;

    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A count with its word: <c>1 call</c>, <c>2 calls</c>.</summary>
    public static string Count(long count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    /// <summary>A share; a dash where there is nothing to share.</summary>
    public static string Share(long part, long whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");
}
