using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Specification.Json;

namespace ToolGen.Testing.Recording;

/// <summary>Runs a tool with real effects and writes down what it got, as the <c>given</c> of a sample: requests and answers, the clock, random numbers, settings.</summary>
public static class SampleRecorder
{
    /// <summary>Runs it once.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="input">The arguments.</param>
    /// <param name="grants">What the effects are bound to.</param>
    /// <param name="options">As for any call; child tools really run, and what they get is recorded too.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What the tool answered, and the <c>given</c>; no secret's value stands in either.</returns>
    public static async Task<RecordedRun> RunAsync(Tool tool, JsonNode input, Grants grants, ToolEffectsOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tool);
        options ??= new();
        var tape = new Tape(options.Time.GetUtcNow());
        var lines = new List<string>();
        var effects = new ToolEffects(grants, options with { Around = inner => new RecordingContext(inner, tape) });
        await using (effects.ConfigureAwait(false))
        {
            var context = new RecordingContext(effects.For(tool, line => { lock (lines) lines.Add(line); }), tape);
            var result = await tool.CallAsync(Encoding.UTF8.GetBytes(JsonWriter.Compact(input)), context, cancellationToken).ConfigureAwait(false);

            // Answers came masked; what the tool made of them and sent on is looked at once more, as a whole.
            return new(result, effects.Masked([tape.Given()])[0], lines);
        }
    }
}

/// <summary>What came of a recorded run.</summary>
/// <param name="Result">The tool's answer.</param>
/// <param name="Given">A JSON object: what a sample's <c>given</c> is to hold.</param>
/// <param name="Log">What the tool noted.</param>
public sealed record RecordedRun(ToolResult Result, string Given, IReadOnlyList<string> Log);
