using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Evidence;

/// <summary>A sample as evidence knows it: what it asks, and what it states.</summary>
internal static class SampleText
{
    /// <summary>What is longer stands as its hash.</summary>
    private const int Longest = 4_096;

    private const int Deepest = 64;

    /// <summary>The hash of its input and of its world.</summary>
    /// <param name="spec">Its root <c>given</c> is part of the world.</param>
    /// <param name="outer">The <c>given</c> of <c>NAME.tests.json</c>; null for an example.</param>
    /// <param name="sample">The sample.</param>
    public static string Given(ToolSpec spec, Given? outer, Sample sample) =>
        Sha256.Of(string.Join('\n', new[] { sample.Input, spec.Given?.Node, outer?.Node, sample.Given?.Node }.Select(node => node is null ? "" : JsonWriter.Canonical(node))));

    /// <summary>The members that state something, as a JSON object; its hash where that is long.</summary>
    public static string Expects(Sample sample)
    {
        var members = new List<JsonMember>();
        Add("output", sample.OutputUnknown ? sample.Node["output"] : sample.Output);
        foreach (var name in new[] { "error", "compare", "expect" }) Add(name, sample.Node[name]);
        var node = new JsonObject(members, default);
        var text = JsonWriter.Canonical(node);
        return text.Length > Longest || Depth(node) > Deepest ? Sha256.Of(text) : text;

        void Add(string name, JsonNode? value)
        {
            if (value is not null) members.Add(new(name, default, value));
        }
    }

    private static int Depth(JsonNode node) => node switch
    {
        JsonObject @object => 1 + @object.Members.Select(member => Depth(member.Value)).DefaultIfEmpty().Max(),
        JsonArray array => 1 + array.Items.Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
