using System.Collections.Generic;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs;

/// <summary>One sample: an input and what must come of it (SPEC §4).</summary>
public sealed record Sample(JsonObject Node)
{
    public string? Name { get; init; }

    public required JsonNode Input { get; init; }

    /// <summary>The expected output; null where an error is expected.</summary>
    public JsonNode? Output { get; init; }

    /// <summary><c>"output": "?"</c>: computed by the trial, counts for nothing until confirmed.</summary>
    public bool OutputUnknown { get; init; }

    /// <summary>The expected error code; null where an output is expected.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The JSON Pointer behind the code, or null.</summary>
    public string? ErrorPointer { get; init; }

    public Given? Given { get; init; }

    /// <summary>What must be seen (<c>requests tools files sql</c>), raw; null where the sample is silent.</summary>
    public JsonObject? Expect { get; init; }

    public Compare Compare { get; init; } = new();
}

/// <summary>How outputs are compared.</summary>
public sealed record Compare
{
    /// <summary>Absolute; null: 1e-9 relative.</summary>
    public double? Tolerance { get; init; }

    /// <summary>JSON Pointers of lists whose order is free.</summary>
    public IReadOnlyList<string> Unordered { get; init; } = [];

    /// <summary>JSON Pointers left out.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];
}

/// <summary>The world before a sample. Parts that a sample leaves out come from the spec's root; <c>files</c>, <c>secrets</c> and <c>settings</c> merge by key.</summary>
public sealed record Given(JsonObject Node)
{
    public IReadOnlyList<JsonNode>? Http { get; init; }

    public JsonObject? Files { get; init; }

    public JsonNode? Sql { get; init; }

    public IReadOnlyList<JsonNode>? Tools { get; init; }

    public JsonObject? Secrets { get; init; }

    /// <summary>Values of <c>{settings.NAME}</c>.</summary>
    public JsonObject? Settings { get; init; }

    /// <summary>RFC 3339; null: the clock stands at 2000-01-01T00:00:00Z.</summary>
    public string? Now { get; init; }

    /// <summary>Seed or recorded draws, raw.</summary>
    public JsonNode? Random { get; init; }
}
