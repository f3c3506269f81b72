using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Testing.Replay;

/// <summary>The world before a sample: every <c>given</c> around it, laid over one another (SPEC §4).</summary>
/// <param name="Now">The clock, which stands.</param>
/// <param name="Random">A seed, or draws in order; null: the seed 0.</param>
public sealed record ReplayWorld(DateTimeOffset Now, JsonNode? Random)
{
    /// <summary>Where no <c>given</c> sets the clock: 2000-01-01T00:00:00Z.</summary>
    public static DateTimeOffset DefaultNow { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Lays worlds over one another: what a later one says replaces what an earlier one said.</summary>
    /// <param name="layers">The spec's root first, the sample's own last; null ones say nothing.</param>
    public static ReplayWorld Of(params IEnumerable<Given?> layers)
    {
        var given = layers.OfType<Given>().ToArray();
        var now = given.LastOrDefault(one => one.Now is not null)?.Now;
        return new(now is null ? DefaultNow : Instant(now), given.LastOrDefault(one => one.Random is not null)?.Random);
    }

    // The reader let it pass, so a text that is no instant is a bug there; the clock then stands at its default.
    private static DateTimeOffset Instant(string text) =>
        DateTimeFormats.IsDateTime(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) ? instant : DefaultNow;
}
