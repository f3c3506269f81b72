using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;

namespace ToolGen.Specification.Specs;

/// <summary>
/// Specs in the form of <c>toolgen.tool.strict.schema.json</c>, for providers whose structured output wants every property, closed
/// objects and no open maps: an absent key is null, a map is <c>{"entries": [{"name", "value"}]}</c>, free JSON has
/// <c>{"members": [{"name", "value"}]}</c> for an object and <c>{"null": true}</c> for null. Members of a record come in the order of
/// the schema, those of a map keep theirs.
/// </summary>
public static class StrictVariant
{
    /// <summary>The strict form of a spec; null where the spec lacks the format's shape, or has an own kind, which models don't write.</summary>
    public static JsonNode? ToStrict(JsonNode spec)
    {
        var sink = new FindingSink(new("", ""));
        SpecShapes.Spec.Check(spec, sink, "spec");
        var hasOwnKind = spec is JsonObject root && (IsOwn(root["implementation"]) || IsOwn(root["fallback"]));
        return sink.Errors > 0 || hasOwnKind ? null : StrictEncoder.Of(SpecShapes.Spec, spec);
    }

    /// <summary>The spec that a strict form stands for; null where it is not of that form. What it holds is still to be read and checked.</summary>
    public static JsonNode? FromStrict(JsonNode strict) => StrictDecoder.Of(SpecShapes.Spec, strict);

    private static bool IsOwn(JsonNode? implementation) => implementation is JsonObject node && node["kind"] is JsonString kind && System.Array.IndexOf(SpecShapes.KindNames, kind.Value) < 0;
}
