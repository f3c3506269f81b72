using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Types;
using ToolGen.Server.Making;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Server.Answers;

/// <summary>What the stations found of a spec, whole and short: where, what, and what to write instead.</summary>
internal sealed class ForgeAnswer(GivenSpec given, ForgedTool tool, EquatableArray<OwnKindDefinition> kinds)
{
    private const int MaximumFindings = 40;
    private const int MaximumSentence = 600;
    private const int MaximumExcerpt = 80;
    private const int MaximumFix = 300;
    private const int MaximumTypes = 4_000;
    private const int MaximumOutput = 1_000;

    private readonly Lazy<JsonNode?> tests = new(() => given.Tests is null ? null : JsonReader.Read(given.Input.TestsPath!, given.Input.Tests.Span).Root);

    /// <summary><c>findings</c>, errors first; how many more there are; behind errors the C# types that fit.</summary>
    public void Findings(Utf8JsonWriter json)
    {
        Finding[] all = [.. tool.Findings.OrderByDescending(finding => finding.Severity)];
        json.WriteStartArray("findings");
        foreach (var finding in all.Take(MaximumFindings)) this.Write(json, finding);
        json.WriteEndArray();
        if (all.Length > MaximumFindings) json.WriteNumber("moreFindings", all.Length - MaximumFindings);
        if (tool.HasErrors && tool.Spec is { } spec && TypeDeclarations.Of(spec, kinds) is { Length: <= MaximumTypes } types) json.WriteString("types", types);
    }

    /// <summary><c>samples</c>: how many passed; what those gave that a person is to confirm.</summary>
    public void Samples(Utf8JsonWriter json)
    {
        if (tool.Samples.Count == 0) return;
        int Count(params RunOutcome[] outcomes) => tool.Samples.Count(sample => outcomes.Contains(sample.Result.Outcome));
        json.WriteStartObject("samples");
        json.WriteNumber("passed", Count(RunOutcome.Passed));
        Some("failed", Count(RunOutcome.Failed, RunOutcome.TimedOut, RunOutcome.Crashed));
        Some("unrecorded", Count(RunOutcome.Unrecorded));
        Some("toConfirm", Count(RunOutcome.Unconfirmed));
        json.WriteEndObject();
        TriedSample[] open = [.. tool.Samples.Where(sample => sample.Result is { Outcome: RunOutcome.Unconfirmed, Output.Length: <= MaximumOutput }).Take(10)];
        if (open.Length == 0) return;
        json.WriteStartArray("answers");
        foreach (var sample in open)
        {
            json.WriteStartObject();
            json.WriteString("at", $"{(sample.IsHeldOut ? "tests" : "/examples")}/{sample.Index}");
            json.WritePropertyName("output");
            json.WriteRawValue(sample.Result.Output!);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Some(string name, int count)
        {
            if (count > 0) json.WriteNumber(name, count);
        }
    }

    /// <summary><c>worth</c>, where the samples were weighed.</summary>
    public void Worth(Utf8JsonWriter json)
    {
        if (tool.Worth is not { } worth) return;
        json.WriteStartObject("worth");
        json.WriteNumber("changes", worth.Mutants);
        json.WriteNumber("noticed", worth.Mutants - worth.Survivors.Count);
        json.Texts("unnoticed", [.. worth.Survivors.Take(10).Select(survivor => $"{ShortText.Of(survivor.Before, MaximumExcerpt)} → {ShortText.Of(survivor.After, MaximumExcerpt)}")]);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("at", this.At(finding.Place));
        json.WriteString("message", ShortText.Of(finding.Message, MaximumSentence));
        if (finding.Remedy.Length > 0) json.WriteString("remedy", ShortText.Of(finding.Remedy, MaximumSentence));
        if (this.TextAt(finding.Place) is { Length: > 0 } near) json.WriteString("near", near);
        if (finding.Fix is { Edits: [{ NewText.Length: <= MaximumFix } edit] } && finding.Place.Path == given.Input.Path)
        {
            json.WriteStartObject("fix");
            json.WriteString("replace", Cut(given.Spec, edit.Span, MaximumFix));
            json.WriteString("with", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // A pointer into the spec, or the name of what stands beside it and the place there.
    private string At(Place place)
    {
        if (place.Path == given.Input.Path) return SpecPointer.Of(tool.Document.Root, place.Span.Start);
        if (place.Path == given.Input.TestsPath) return "tests" + SpecPointer.Of(this.tests.Value, place.Span.Start);
        return $"{(place.Path == given.Input.Companion?.Path ? "companion" : ShortText.Of(place.Path, MaximumExcerpt))} {place.Start.Line + 1}:{place.Start.Column + 1}";
    }

    private string? TextAt(Place place)
    {
        var text = place.Path == given.Input.Path ? given.Spec : place.Path == given.Input.TestsPath ? given.Tests : place.Path == given.Input.Companion?.Path ? given.Companion : null;
        return text is null ? null : ShortText.Of(Cut(text, place.Span, MaximumExcerpt), MaximumExcerpt);
    }

    private static string Cut(string text, TextSpan span, int most)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        return text.Substring(start, Math.Clamp(span.Length, 0, Math.Min(most, text.Length - start)));
    }
}
