using System;
using System.Collections.Generic;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content><c>pattern</c> and <c>patternProperties</c> (JSON Schema Core §6.4): made ready once for interpreter and generated code.</content>
public sealed partial class SchemaReader
{
    /// <summary>States of all patterns of one plan, see <see cref="EcmaPattern.MaxStates"/>.</summary>
    public const int MaxPatternStates = 100_000;

    /// <summary>Characters of what all patterns of one plan are made into.</summary>
    public const int MaxPatternText = 1 << 20;

    private readonly Dictionary<string, TextPattern> patterns = new(StringComparer.Ordinal);
    private int patternStates;
    private int patternText;

    // Steps of determinising: patterns beyond are simulated. A pattern of a hundred states takes some thousand.
    private long patternEffort = 10_000_000;

    private JsonString? ReadPattern(JsonObject schema) => this.Text(schema, "pattern") is { } pattern && this.Ready(pattern) is not null ? pattern : null;

    private TextPattern? Ready(JsonString pattern)
    {
        if (this.patterns.TryGetValue(pattern.Value, out var ready)) return ready;
        if (!EcmaPattern.TryParse(pattern.Value, out var read, out var error))
        {
            this.sink.Add(FindingCatalog.OfPattern(error.Kind), new(pattern.OffsetOf(error.Index), 0), error.Message, error.Remedy);
            return null;
        }

        this.patternStates += read.StateCount;
        if (this.patternStates > MaxPatternStates) return this.TooManyPatterns(pattern, $"{MaxPatternStates} states of patterns");
        ready = TextPattern.Of(read, ref this.patternEffort);
        this.patternText += ready.Length;
        if (this.patternText > MaxPatternText) return this.TooManyPatterns(pattern, $"{MaxPatternText} characters of patterns made ready");
        this.patterns.Add(pattern.Value, ready);
        return ready;
    }

    private TextPattern? TooManyPatterns(JsonString pattern, string cap)
    {
        this.TooLarge(pattern, "", cap);
        return null;
    }
}
