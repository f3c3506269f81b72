using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas.Values;

/// <summary>Values that a schema allows: its bounds first, then others at random, the same for the same seed.</summary>
public static class SchemaValues
{
    /// <summary>Candidates a value that is asked for: what the schema refuses is thrown away.</summary>
    private const int Attempts = 8;

    /// <summary>Makes values that differ from one another and from those that are known.</summary>
    /// <param name="plan">What they fit. A schema that can't be filled by its parts alone (<c>not</c>, <c>if</c>, several patterns at once) gives fewer, or none.</param>
    /// <param name="seed">Hexadecimal, such as a spec's hash.</param>
    /// <param name="count">The most.</param>
    /// <param name="known">Values that fit: some of what is made is one of them, changed in one place.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static IReadOnlyList<JsonNode> Make(SchemaPlan plan, string seed, int count, IReadOnlyList<JsonNode> known, CancellationToken cancellationToken = default)
    {
        var random = ValueRandom.Of(seed);
        var seen = new HashSet<string>(known.Select(JsonWriter.Canonical), StringComparer.Ordinal);
        var made = new List<JsonNode>();
        for (var attempt = 0; attempt < count * Attempts && made.Count < count; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Candidate(plan, random, attempt, known) is not { } value || !seen.Add(JsonWriter.Canonical(value))) continue;
            if (SchemaInterpreter.Check(plan, value).Count == 0) made.Add(value);
        }

        return made;
    }

    /// <summary>Values that are simpler than one, and fit too: a member less, half a list, half a text, a smaller number. The simplest first.</summary>
    /// <param name="plan">What they fit.</param>
    /// <param name="value">A value that fits.</param>
    public static IEnumerable<JsonNode> Simpler(SchemaPlan plan, JsonNode value) => SimplerValues.Of(value).Where(simpler => SchemaInterpreter.Check(plan, simpler).Count == 0);

    private static JsonNode? Candidate(SchemaPlan plan, ValueRandom random, int attempt, IReadOnlyList<JsonNode> known) => attempt switch
    {
        0 => new ValueMaker(plan, random, ValueEdge.Least).Make(plan.Root),
        1 => new ValueMaker(plan, random, ValueEdge.Most).Make(plan.Root),
        2 => new ValueMaker(plan, random, ValueEdge.LeastOfAll).Make(plan.Root),
        _ when known.Count > 0 && attempt % 2 == 1 => new ValueChanger(plan, random).Change(random.Of(known)),
        _ => new ValueMaker(plan, random, ValueEdge.None).Make(plan.Root),
    };
}

/// <summary>Which of the values that a schema allows.</summary>
internal enum ValueEdge
{
    /// <summary>Any, bounds often among them.</summary>
    None,

    /// <summary>The least of each, and nothing that can be left out.</summary>
    Least,

    /// <summary>The least of each, with all that can be left out.</summary>
    LeastOfAll,

    /// <summary>The most of each, with all that can be left out.</summary>
    Most,
}
