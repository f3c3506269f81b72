using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Forge;
using ToolGen.Forge.Inputs;
using ToolGen.Forge.Trial;
using ToolGen.Forge.Worth;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>Tools and their evidence as JSON. Every list of findings carries the C# types, so that a model that reads it can write what fits.</summary>
internal static class ToolJson
{
    /// <summary>What <c>check</c> and <c>try</c> print: <c>{ok, specs: […], findings: […]}</c>; the outer findings are those of no spec.</summary>
    public static void Set(Utf8JsonWriter json, IReadOnlyList<ForgedTool> tools, IReadOnlyList<Finding> searching)
    {
        json.WriteStartObject();
        Members(json, tools, searching);
        json.WriteEndObject();
    }

    /// <summary>The members of that.</summary>
    public static void Members(Utf8JsonWriter json, IReadOnlyList<ForgedTool> tools, IReadOnlyList<Finding> searching)
    {
        json.WriteBoolean("ok", !tools.Any(tool => tool.HasErrors) && searching.All(finding => finding.Severity != FindingSeverity.Error));
        json.WriteStartArray("specs");
        foreach (var tool in tools) Tool(json, tool);
        json.WriteEndArray();
        json.Findings("findings", searching);
    }

    private static void Tool(Utf8JsonWriter json, ForgedTool tool)
    {
        json.WriteStartObject();
        json.WriteString("path", tool.Input.Path);
        json.WriteString("name", tool.Name);
        json.WriteString("kind", tool.Kind);
        json.WriteBoolean("ok", !tool.HasErrors);
        json.WriteString("specHash", tool.SpecHash);
        json.WriteString("sourceHash", tool.SourceHash);
        json.Findings("findings", tool.Findings);
        json.WriteString("types", TypeText.Of(tool));
        json.WriteStartArray("capabilities");
        foreach (var capability in CapabilityText.Lines(tool))
        {
            json.WriteStartObject();
            json.WriteString("line", capability.Text);
            json.WriteString("words", capability.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (tool.Samples.Count > 0) Samples(json, tool.Samples);
        if (tool.Inputs is { } inputs) Inputs(json, inputs);
        if (tool.Worth is { } worth) Worth(json, worth);
        json.WriteStartObject("milliseconds");
        foreach (var (station, time) in tool.Times.OrderBy(entry => entry.Key)) json.WriteNumber(station.ToString().ToLowerInvariant(), System.Math.Round(time.TotalMilliseconds, 2));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Samples(Utf8JsonWriter json, IReadOnlyList<TriedSample> samples)
    {
        json.WriteStartArray("samples");
        foreach (var sample in samples)
        {
            json.WriteStartObject();
            json.WriteString("in", sample.IsHeldOut ? "tests" : "examples");
            json.WriteNumber("index", sample.Index);
            json.WriteString("name", sample.Sample.Name);
            json.WriteString("path", sample.Place.Path);
            json.WriteNumber("line", sample.Place.Start.Line + 1);
            Result(json, sample.Result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Inputs(Utf8JsonWriter json, TriedInputs inputs)
    {
        json.WriteStartObject("inputs");
        json.WriteNumber("tried", inputs.Tried);
        json.WriteNumber("failed", inputs.Failed);
        json.WriteNumber("late", inputs.Late);
        json.WriteNumber("repeated", inputs.Repeated);
        json.WriteNumber("differing", inputs.Differing);
        json.WriteEndObject();
    }

    private static void Worth(Utf8JsonWriter json, SampleWorth worth)
    {
        json.WriteStartObject("worth");
        json.WriteNumber("changes", worth.Mutants);
        json.WriteNumber("noticed", worth.Mutants - worth.Survivors.Count);
        if (worth.Stub is { } stub) json.Json("stub", stub);
        json.WriteStartArray("unnoticed");
        foreach (var survivor in worth.Survivors)
        {
            json.WriteStartObject();
            json.WriteString("path", survivor.Place.Path);
            json.WriteNumber("line", survivor.Place.Start.Line + 1);
            json.WriteString("before", survivor.Before);
            json.WriteString("after", survivor.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The members of a result: outcome, output or errors, differences, log, isolation, milliseconds.</summary>
    public static void Result(Utf8JsonWriter json, RunResult result)
    {
        json.WriteString("outcome", result.Outcome.ToString().ToLowerInvariant());
        if (result.Output is not null) json.Json("output", result.Output);
        Errors(json, result.Errors);
        if (result.Differences.Count > 0)
        {
            json.WriteStartArray("differences");
            foreach (var difference in result.Differences) json.WriteStringValue(difference);
            json.WriteEndArray();
        }

        if (result.Log.Count > 0)
        {
            json.WriteStartArray("log");
            foreach (var line in result.Log) json.WriteStringValue(line);
            json.WriteEndArray();
        }

        if (result.Run is { } run) json.WriteString("isolation", run.Isolation.ToString().ToLowerInvariant());
        json.WriteNumber("milliseconds", System.Math.Round(result.Milliseconds, 2));
    }

    private static void Errors(Utf8JsonWriter json, IReadOnlyList<ToolError> errors)
    {
        if (errors.Count == 0) return;
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            if (error.Pointer is not null) json.WriteString("pointer", error.Pointer);
            if (error.Given is not null) json.WriteString("given", error.Given);
            if (error.Allowed is not null) json.WriteString("allowed", error.Allowed);
            if (error.Correction is not null) json.WriteString("correction", error.Correction);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
