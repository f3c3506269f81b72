using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The steps of a transform.</summary>
internal sealed class StepReader(Names names, JsonObject? patterns, FindingSink sink)
{
    public IReadOnlyList<Step> Read(JsonArray? steps) =>
        steps is null ? [] : steps.Items.OfType<JsonObject>().Select(this.Step).OfType<Step>().ToArray();

    private Step? Step(JsonObject node)
    {
        if (node["where"] is JsonString where) return new WhereStep(node, Texts.Of(where)!);
        if (node["set"] is JsonObject set) return new SetStep(node, ResultReader.Properties(set));
        if (node["select"] is JsonObject select) return new SelectStep(node, ResultReader.Properties(select));
        if (node["match"] is JsonString match) return this.Match(node, match);
        if (node["distinct"] is { } distinct) return Distinct(node, Texts.ListOf(distinct));
        if (node["flatten"] is { } flatten) return this.Flatten(node, flatten);
        if (node["group"] is JsonObject group) return new GroupStep(node, Texts.NamedOf(group), Texts.NamedOf(node["aggregate"]));
        if (node["save"] is JsonObject save) return this.Save(node, save);
        if (node["order"] is { } order) return new OrderStep(node, Keys(order));
        if (Texts.OfCount(node["skip"]) is { } skip) return new SkipStep(node, skip);
        return Texts.OfCount(node["take"]) is { } take ? new TakeStep(node, take) : null;
    }

    private MatchStep Match(JsonObject node, JsonString pattern)
    {
        TransformReader.ReferToPattern(pattern, patterns, sink);
        return new(node, pattern, Texts.Of(node["source"] as JsonString));
    }

    private static DistinctStep Distinct(JsonObject node, IReadOnlyList<SpecText> keys) => node["keep"] switch
    {
        JsonString { Value: "first" } => new(node, keys, []),
        JsonString { Value: "last" } => new(node, keys, [], KeepLast: true),
        { } order => new(node, keys, Keys(order)),
        _ => new(node, keys, []),
    };

    private FlattenStep? Flatten(JsonObject node, JsonNode flatten)
    {
        if (Texts.Of(flatten as JsonString) is { } sequence) return new(node, sequence, null);
        return flatten is JsonObject { Members: [var member] } && Texts.Of(member.Value as JsonString) is { } named ? new(node, named, member) : null;
    }

    private SaveStep Save(JsonObject node, JsonObject figures)
    {
        names.Variables(figures);
        return new(node, Texts.NamedOf(figures));
    }

    private static IReadOnlyList<OrderKey> Keys(JsonNode node) => Texts.ListOf(node).Select(Key).ToArray();

    // The last word asc or desc belongs to the step, what stands before it is C#.
    private static OrderKey Key(SpecText text)
    {
        var value = text.Value;
        var end = value.Length;
        while (end > 0 && char.IsWhiteSpace(value[end - 1])) end--;
        var word = end;
        while (word > 0 && value[word - 1] is >= 'a' and <= 'z') word--;
        var direction = value.Substring(word, end - word);
        if (direction is not ("asc" or "desc") || word == 0 || !char.IsWhiteSpace(value[word - 1])) return new(text, value.Length, false);
        while (word > 0 && char.IsWhiteSpace(value[word - 1])) word--;
        return new(text, word, direction == "desc");
    }
}
