using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Flows;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Signatures;

/// <summary>What a tool that calls another must know of it, and no more: a change of its code, samples or texts changes nothing here. Equal by value.</summary>
/// <param name="Name">As in its spec.</param>
/// <param name="Version">SemVer.</param>
/// <param name="InputSchema">Compact JSON, as written.</param>
/// <param name="OutputSchema">Compact JSON, as written.</param>
/// <param name="Effect">What it may do itself, without the tools that it calls.</param>
/// <param name="IsIdempotent">Whether calling it again changes nothing more, by its own word.</param>
/// <param name="Calls">The names of the tools that it calls.</param>
public sealed record ToolSignature(
    string Name, string Version, string InputSchema, string OutputSchema, ToolEffect Effect = ToolEffect.Unknown, bool IsIdempotent = false, EquatableArray<string> Calls = default)
{
    /// <summary>How values pass through it.</summary>
    internal ToolFlow Flow { get; init; } = new();

    /// <summary>The signature of a spec.</summary>
    public static ToolSignature Of(ToolSpec spec) => new(
        spec.Name,
        spec.Version,
        JsonWriter.Compact(WithoutProse(spec.Input.Root.Node)),
        JsonWriter.Compact(WithoutProse(spec.Output.Root.Node)),
        SpecEffect.Of(spec),
        spec.Annotations.TryGetValue("idempotentHint", out var idempotent) && idempotent,
        CallsOf(spec).ToEquatableArray())
    {
        Flow = SpecFlow.Of(spec),
    };

    /// <summary>What it takes; null where the schema is none that ToolGen reads.</summary>
    public SchemaPlan? ReadInput() => Read(this.InputSchema, SchemaUse.Input);

    /// <summary>What it answers; null where the schema is none that ToolGen reads.</summary>
    public SchemaPlan? ReadOutput() => Read(this.OutputSchema, SchemaUse.Output);

    private static SchemaPlan? Read(string json, SchemaUse use)
    {
        var source = new SourceText("signature", json);
        return JsonReader.Read(source).Root is { } root ? SchemaReader.Read(root, new FindingSink(source), use) : null;
    }

    /// <summary>The names of the tools that the steps of a spec call, without ranges.</summary>
    public static IEnumerable<string> CallsOf(ToolSpec spec) => spec.Implementation is ComposeImplementation compose
        ? compose.Steps.Select(step => step.Tool.Value.Split('@')[0]).Distinct(System.StringComparer.OrdinalIgnoreCase)
        : [];

    // Words for readers decide nothing; what a property is called stays, whatever it is called.
    private static JsonNode WithoutProse(JsonNode node) => node switch
    {
        JsonObject schema => new JsonObject(schema.Members.Where(member => !IsProse(member)).Select(member => new JsonMember(member.Name, member.NameSpan, SchemaKeywords.MapInner(member, WithoutProse))).ToArray(), schema.Span),
        _ => node,
    };

    private static bool IsProse(JsonMember member) => member.Name is "description" or "title" or "examples" or "$comment";
}
