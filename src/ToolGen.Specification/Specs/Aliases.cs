using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Specs;

/// <summary>A key that hurried authors write for one of the format's (SPEC §4, §5).</summary>
/// <param name="Record">The record it is written in: a kind, <c>spec</c>, <c>sample</c>, <c>compose step</c>, <c>where step</c> …</param>
/// <param name="Alias">The key as they write it.</param>
/// <param name="Key">The key of the format.</param>
/// <param name="Advice">Empty where renaming the key is all; else what more is to be done.</param>
public sealed record KeyAlias(string Record, string Alias, string Key, string Advice = "")
{
    /// <summary>Whether the value stays as it is.</summary>
    public bool IsRename => this.Advice.Length == 0;
}

/// <summary>The table of aliases: the reader names the right word in a finding, <c>toolgen fix</c> writes it. None is accepted silently.</summary>
public static partial class Aliases
{
    private static readonly Dictionary<(string Record, string Alias), KeyAlias> Index = Keys.ToDictionary(alias => (alias.Record, alias.Alias));

    /// <summary>The alias of a key in a record, or null. The kind <c>file</c> has those of <c>transform</c> too.</summary>
    public static KeyAlias? Find(string record, string key) =>
        Index.TryGetValue((record, key), out var alias) || (record == "file" && Index.TryGetValue(("transform", key), out alias)) ? alias : null;

    /// <summary>The code of the closed list for one that authors invent, such as <c>http_404</c>; null where it is no alias.</summary>
    public static string? ErrorCode(string code) => code switch
    {
        "http_404" => "not_found",
        "http_401" or "http_403" => "denied",
        "tool_failed" => "step_failed",
        "parse_error" => "bad_data",
        "path_denied" => "denied",
        _ when code.StartsWith("http_", StringComparison.Ordinal) && code.Length == 8 && code.Skip(5).All(c => c is >= '0' and <= '9') => "upstream",
        _ => null,
    };
}
