using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Testing.Replay;

/// <summary>The world before a sample: every <c>given</c> around it, laid over one another (SPEC §4).</summary>
internal sealed record ReplayWorld
{
    /// <summary>Where no <c>given</c> sets the clock: 2000-01-01T00:00:00Z.</summary>
    public static DateTimeOffset DefaultNow { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The clock, which stands.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>A seed, or draws in order; null: the seed 0.</summary>
    public JsonNode? Random { get; init; }

    /// <summary>Recorded answers of servers; null: none were given.</summary>
    public IReadOnlyList<Recording>? Http { get; init; }

    /// <summary>Recorded answers of other tools; empty: they run.</summary>
    public IReadOnlyList<Recording> Tools { get; init; } = [];

    /// <summary>Path to contents.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Database to the statements that fill it, the name <c>""</c> for every other database; null: none were given.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Sql { get; init; }

    /// <summary>Name to value; null: the host has none of this name.</summary>
    public IReadOnlyDictionary<string, string?> Secrets { get; init; } = new Dictionary<string, string?>();

    /// <summary>Name to value; null: the host has none of this name.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Lays worlds over one another: <c>files</c>, <c>secrets</c> and <c>settings</c> by key, the rest whole.</summary>
    /// <param name="layers">The spec's root first; null ones say nothing.</param>
    /// <param name="own">The sample's own, above all.</param>
    public static ReplayWorld Of(IEnumerable<Given?> layers, Given? own)
    {
        var given = layers.Append(own).OfType<Given>().ToArray();
        var now = given.LastOrDefault(one => one.Now is not null)?.Now;
        return new()
        {
            Now = now is null ? DefaultNow : Instant(now),
            Random = given.LastOrDefault(one => one.Random is not null)?.Random,
            Http = given.LastOrDefault(one => one.Http is not null) is { } http ? Recordings(http.Http!, "http", http == own) : null,
            Tools = given.LastOrDefault(one => one.Tools is not null) is { } tools ? Recordings(tools.Tools!, "tools", tools == own) : [],
            Files = Merged(given.Select(one => one.Files)).Where(file => file.Value is not null).ToDictionary(file => file.Key, file => file.Value!),
            Sql = given.LastOrDefault(one => one.Sql is not null)?.Sql is { } sql ? Statements(sql) : null,
            Secrets = Merged(given.Select(one => one.Secrets)),
            Settings = Merged(given.Select(one => one.Settings)),
        };
    }

    private static Recording[] Recordings(IReadOnlyList<JsonNode> nodes, string member, bool isOwn) =>
        nodes.Select((node, index) => (Node: node as JsonObject, Place: FormattableString.Invariant($"given.{member}[{index}]"), Pointer: FormattableString.Invariant($"/given/{member}/{index}")))
            .Where(one => one.Node is not null)
            .Select(one => new Recording(one.Node!, one.Place, isOwn ? one.Pointer : null))
            .ToArray();

    private static Dictionary<string, string?> Merged(IEnumerable<JsonObject?> layers)
    {
        var merged = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var member in layers.OfType<JsonObject>().SelectMany(layer => layer.Members)) merged[member.Name] = (member.Value as JsonString)?.Value;
        return merged;
    }

    private static Dictionary<string, IReadOnlyList<string>> Statements(JsonNode sql) => sql is JsonObject databases
        ? databases.Members.ToDictionary(member => member.Name, member => Texts(member.Value), StringComparer.Ordinal)
        : new(StringComparer.Ordinal) { [""] = Texts(sql) };

    private static IReadOnlyList<string> Texts(JsonNode node) => node is JsonArray list ? list.Items.OfType<JsonString>().Select(text => text.Value).ToArray() : [];

    // The reader let it pass, so a text that is no instant is a bug there; the clock then stands at its default.
    private static DateTimeOffset Instant(string text) =>
        DateTimeFormats.IsDateTime(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) ? instant : DefaultNow;
}
