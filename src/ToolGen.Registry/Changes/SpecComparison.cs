using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Registry.Changes.Schemas;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Registry.Changes;

/// <summary>Two specs of one tool, part by part.</summary>
internal static class SpecComparison
{
    /// <summary>Members of a spec that are compared by what they mean, or say nothing to callers.</summary>
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "toolgen", "$schema", "name", "version", "inputSchema", "outputSchema", "annotations", "errors", "capabilities", "limits", "dependencies", "implementation", "fallback", "given", "examples",
    };

    /// <summary>MCP's hints, and what counts where one is not written: a caller that asks before what may destroy relies on them.</summary>
    private static readonly (string Name, bool Default, bool Safe)[] Hints =
        [("readOnlyHint", false, true), ("destructiveHint", true, false), ("idempotentHint", false, true), ("openWorldHint", true, false)];

    public static IEnumerable<Change> Of(ToolSpec older, ToolSpec newer, ToolEvidence before, ToolEvidence after) =>
    [
        .. Name(older, newer), .. Schemas(older, newer), .. Errors(older, newer), .. Kind(older, newer), .. Annotations(older, newer), .. Limits(older.Limits, newer.Limits),
        .. Texts(older.Root, newer.Root), .. Code(before.Identity, after.Identity),
    ];

    private static IEnumerable<Change> Name(ToolSpec older, ToolSpec newer)
    {
        if (!older.Name.Equals(newer.Name, StringComparison.OrdinalIgnoreCase)) yield return new(ChangedPart.Metadata, SemVerStep.Major, "/name", $"it is called {newer.Name}, and was {older.Name}: another tool");
    }

    private static IEnumerable<Change> Schemas(ToolSpec older, ToolSpec newer) =>
        SchemaComparison.Of(older.Input, newer.Input).Select(one => new Change(ChangedPart.Input, InputStep(one.Turn), "/inputSchema" + one.Pointer, one.Sentence))
            .Concat(SchemaComparison.Of(older.Output, newer.Output).Select(one => new Change(ChangedPart.Output, OutputStep(one.Turn), "/outputSchema" + one.Pointer, one.Sentence)));

    // Who calls writes the input: what was taken has to be taken.
    private static SemVerStep InputStep(SchemaTurn turn) => turn switch
    {
        SchemaTurn.Words => SemVerStep.Patch,
        SchemaTurn.Wider or SchemaTurn.Added or SchemaTurn.DefaultAdded => SemVerStep.Minor,
        _ => SemVerStep.Major,
    };

    // Who calls reads the output: what it could rely on has to hold. Members that it does not know it passes over; defaults say nothing of an answer.
    private static SemVerStep OutputStep(SchemaTurn turn) => turn switch
    {
        SchemaTurn.Words or SchemaTurn.DefaultAdded or SchemaTurn.DefaultChanged => SemVerStep.Patch,
        SchemaTurn.Narrower or SchemaTurn.Added => SemVerStep.Minor,
        _ => SemVerStep.Major,
    };

    private static IEnumerable<Change> Errors(ToolSpec older, ToolSpec newer)
    {
        var (before, after) = (ByCode(older), ByCode(newer));
        foreach (var code in before.Keys.Except(after.Keys)) yield return new(ChangedPart.Errors, SemVerStep.Major, "/errors/" + code, $"the error {code} is gone: who waits for it waits in vain");
        foreach (var code in after.Keys.Except(before.Keys)) yield return new(ChangedPart.Errors, SemVerStep.Minor, "/errors/" + code, $"the error {code} is new");
        foreach (var code in after.Keys.Intersect(before.Keys).Where(code => before[code] != after[code])) yield return new(ChangedPart.Errors, SemVerStep.Patch, "/errors/" + code, $"when the error {code} comes is said in other words");
    }

    private static Dictionary<string, string> ByCode(ToolSpec spec) => spec.Errors.GroupBy(error => error.Code).ToDictionary(same => same.Key, same => same.First().When.Value, StringComparer.Ordinal);

    private static IEnumerable<Change> Kind(ToolSpec older, ToolSpec newer)
    {
        var (before, after) = (older.Implementation?.Kind ?? "declared", newer.Implementation?.Kind ?? "declared");
        if (before != after) yield return new(ChangedPart.Kind, SemVerStep.Minor, "/implementation/kind", $"it is of the kind {after}, and was {before}");
    }

    private static IEnumerable<Change> Annotations(ToolSpec older, ToolSpec newer)
    {
        foreach (var (name, standard, safe) in Hints)
        {
            var (before, after) = (Hint(older, name, standard), Hint(newer, name, standard));
            if (before == after) continue;
            yield return after == safe
                ? new(ChangedPart.Metadata, SemVerStep.Minor, "/annotations/" + name, $"{name} is {Word(after)}, and was {Word(before)}")
                : new(ChangedPart.Metadata, SemVerStep.Major, "/annotations/" + name, $"{name} is {Word(after)}, and was {Word(before)}: callers relied on it");
        }

        if (Title(older) != Title(newer)) yield return new(ChangedPart.Metadata, SemVerStep.Patch, "/annotations/title", "the title changed");
    }

    private static bool Hint(ToolSpec spec, string name, bool standard) => spec.Annotations.TryGetValue(name, out var value) ? value : standard;

    private static string? Title(ToolSpec spec) => ((spec.Root["annotations"] as JsonObject)?["title"] as JsonString)?.Value;

    private static string Word(bool value) => value ? "true" : "false";

    private static IEnumerable<Change> Limits(Limits older, Limits newer)
    {
        (string Name, long Before, long After)[] all =
        [
            ("timeout", older.TimeoutMilliseconds, newer.TimeoutMilliseconds), ("memory", older.MemoryBytes, newer.MemoryBytes), ("output", older.OutputBytes, newer.OutputBytes), ("http", older.Http, newer.Http),
            ("sql", older.Sql, newer.Sql), ("tools", older.Tools, newer.Tools), ("rows", older.Rows, newer.Rows), ("groups", older.Groups, newer.Groups),
        ];
        foreach (var (name, before, after) in all.Where(one => one.Before != one.After))
        {
            var sentence = string.Create(CultureInfo.InvariantCulture, $"the limit {name} is {after}, and was {before}");
            yield return after > before
                ? new(ChangedPart.Metadata, SemVerStep.Minor, "/limits/" + name, sentence)
                : new(ChangedPart.Metadata, SemVerStep.Major, "/limits/" + name, sentence + ": calls that were answered may end at it");
        }
    }

    private static IEnumerable<Change> Texts(JsonObject older, JsonObject newer)
    {
        foreach (var name in older.Members.Concat(newer.Members).Select(member => member.Name).Distinct().Where(name => !Told.Contains(name)))
        {
            if (older[name] is { } before && newer[name] is { } after && Text(before) == Text(after)) continue;
            yield return new(ChangedPart.Metadata, SemVerStep.Patch, "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), (older[name], newer[name]) switch
            {
                (null, _) => $"{name} is new",
                (_, null) => $"{name} is gone",
                _ => $"{name} changed",
            });
        }
    }

    // A text that stands in lines is the text.
    private static string Text(JsonNode node) => node is JsonArray { Items: [JsonString, ..] } lines && lines.Items.All(item => item is JsonString)
        ? string.Join('\n', lines.Items.Cast<JsonString>().Select(line => line.Value))
        : node is JsonString text ? text.Value : JsonWriter.Canonical(node);

    private static IEnumerable<Change> Code(ToolIdentity older, ToolIdentity newer)
    {
        if (older.Code != newer.Code || older.Companion != newer.Companion) yield return new(ChangedPart.Code, SemVerStep.Patch, "/implementation", "it is done in another way");
        if (older.Template != newer.Template) yield return new(ChangedPart.Code, SemVerStep.Patch, "/implementation", "the template of its kind is another one");
        foreach (var step in newer.Steps.Where(step => !older.Steps.Contains(step))) yield return new(ChangedPart.Code, SemVerStep.Patch, "/implementation/steps", $"it calls another version of {step.Tool}");
        foreach (var package in newer.Packages.Where(package => !older.Packages.Contains(package)))
            yield return new(ChangedPart.Code, SemVerStep.Patch, "/dependencies", $"it runs with {package.Package} {package.Version}");
        foreach (var package in older.Packages.Where(package => newer.Packages.All(other => other.Package != package.Package)))
            yield return new(ChangedPart.Code, SemVerStep.Patch, "/dependencies", $"it no longer runs with {package.Package}");
    }
}
