using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <summary>Keeps a variant within the provider's limits: properties whose schemas are too much for it are said as JSON text, the largest first.</summary>
internal static class VariantBuilder
{
    public static Variant Build(SchemaPlan plan, Provider provider)
    {
        var folded = new HashSet<string>();
        for (var more = 1; ; more *= 2)
        {
            var speaker = new SchemaSpeaker(plan, provider, folded);
            if (speaker.Root() is not { } root) break;
            var variant = Assemble(plan, provider, speaker, root);
            if (VariantLimits.Broken(variant.Schema, provider) is null) return variant;
            var next = Largest(variant, folded).Take(more).ToArray();
            if (next.Length == 0) break;
            folded.UnionWith(next);
        }

        return AsText(plan, provider);
    }

    private static Variant Assemble(SchemaPlan plan, Provider provider, SchemaSpeaker speaker, SaidSchema root)
    {
        var byName = speaker.Definitions.Values.ToDictionary(one => one.Name);
        var used = new List<Definition>();
        var seen = new HashSet<string>();
        Gather(root);
        var schema = root.ToNode();
        if (used.Count > 0) schema = JsonMake.Object([.. schema.Members, JsonMake.Member("$defs", JsonMake.Object(used.Select(one => JsonMake.Member(one.Name, one.Said!.ToNode()))))]);
        return new(plan, provider, schema, root.Form, used.Select(one => new KeyValuePair<string, VariantForm>(one.Name, one.Said!.Form)).ToArray(), [.. speaker.Losses, .. used.SelectMany(one => one.Losses)]);

        void Gather(SaidSchema said)
        {
            var open = new Queue<SaidSchema>([said]);
            while (open.Count > 0)
            {
                foreach (var name in References.In(open.Dequeue().ToNode()))
                {
                    if (!seen.Add(name)) continue;
                    used.Add(byName[name]);
                    open.Enqueue(byName[name].Said!);
                }
            }
        }
    }

    private static IEnumerable<string> Largest(Variant variant, HashSet<string> folded)
    {
        if (variant.Form is WrappedForm) return [];
        var canonical = variant.Form is RecordForm record ? record.Fields.ToDictionary(field => field.Name, field => field.Canonical) : [];
        return ((JsonObject)variant.Schema["properties"]!).Members
            .Select(member => (Name: canonical.TryGetValue(member.Name, out var own) ? own : member.Name, Size: Size(member.Value)))
            .Where(one => one.Size > 0 && !folded.Contains(one.Name)).OrderByDescending(one => one.Size).Select(one => one.Name);
    }

    /// <summary>What folding a property saves: how much more it holds than one text.</summary>
    private static int Size(JsonNode property) => property is not JsonObject schema ? 0
        : (schema.Member("properties") is null && schema.Member("items") is null && schema.Member("enum") is null && schema.Member("anyOf") is null && schema.Member("$ref") is null ? 0 : schema.ToString().Length);

    private static Variant AsText(SchemaPlan plan, Provider provider)
    {
        var text = SaidSchema.Scalar("string", SchemaTypes.String) with { Description = Prose.OfText(plan.Root) };
        return new(
            plan, provider, SaidSchema.Around(Variant.Arguments, text, VariantForm.Same).ToNode(), new WrappedForm(Variant.Arguments, VariantForm.Text), [],
            [new(LossKind.Text, plan.Root, null, "the tool would be beyond the provider's limits")]);
    }
}

/// <summary>The names of <c>$defs</c> that a schema refers to, in order.</summary>
internal static class References
{
    private const string Prefix = "#/$defs/";

    public static IEnumerable<string> In(JsonNode schema) => VariantLimits.Schemas(schema)
        .Select(one => one["$ref"]).OfType<JsonString>().Select(reference => reference.Value.Substring(Prefix.Length));
}
