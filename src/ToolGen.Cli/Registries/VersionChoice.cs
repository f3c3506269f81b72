using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Registry;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Cli.Registries;

/// <summary>Which version a person means: by its name, <c>NAME@RANGE</c>, its id or the beginning of that.</summary>
internal static class VersionChoice
{
    private const int ShortestId = 8;

    private const int WholeId = 64;

    /// <summary>The one that is meant; of several of a name the first that is wanted, newest first.</summary>
    /// <param name="registry">Where.</param>
    /// <param name="text">As written.</param>
    /// <param name="wanted">Which states come first; a version of another state is taken where there is none of these.</param>
    /// <exception cref="UsageException">There is none, or an id has several endings.</exception>
    public static StoredVersion Require(IToolRegistry registry, string text, params IReadOnlyList<ToolState> wanted)
    {
        var named = Named(registry, text);
        if (named.Count > 0) return named.FirstOrDefault(version => wanted.Contains(version.State)) ?? named[0];
        if (ById(registry, text) is { } version) return version;
        throw Missing(text);
    }

    /// <summary>The same, of those states alone.</summary>
    /// <exception cref="UsageException">There is none in such a state.</exception>
    public static StoredVersion RequireOf(IToolRegistry registry, string text, string what, params IReadOnlyList<ToolState> wanted)
    {
        var version = Require(registry, text, wanted);
        return wanted.Contains(version.State) ? version : throw new UsageException($"{version.Name} {version.Version} is {Words.Of(version.State)}: {what}");
    }

    /// <summary>All versions of a name, the newest first.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IReadOnlyList<StoredVersion> RequireHistory(IToolRegistry registry, string name) => registry.History(name) is { Count: > 0 } history ? history : throw Missing(name);

    /// <summary>What it is for, as it says itself.</summary>
    public static string Purpose(StoredVersion version)
    {
        using var tool = JsonDocument.Parse(version.McpTool);
        return tool.RootElement.ValueKind == JsonValueKind.Object && tool.RootElement.TryGetProperty("description", out var description) && description.ValueKind == JsonValueKind.String ? description.GetString()! : "";
    }

    private static IReadOnlyList<StoredVersion> Named(IToolRegistry registry, string text) => ToolReference.TryParse(text) is { } reference
        ? [.. registry.History(reference.Name).Where(version => reference.Accepts(version.Name, version.Version))]
        : [];

    private static StoredVersion? ById(IToolRegistry registry, string text)
    {
        if (text.Length is < ShortestId or > WholeId || !text.All(char.IsAsciiHexDigitLower)) return null;
        if (text.Length == WholeId) return registry.Get(text);
        var ids = registry.Heads().Select(head => head.Id).Where(id => id.StartsWith(text, StringComparison.Ordinal)).ToArray();
        return ids.Length > 1 ? throw new UsageException($"{ids.Length} versions have ids that begin with {text}: write more of it") : ids is [var id] ? registry.Get(id) : null;
    }

    private static UsageException Missing(string text) => new($"no version in this registry is called {text}, and no id begins so; `toolgen list` prints what there is");
}
