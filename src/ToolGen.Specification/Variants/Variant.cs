using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Variants;

/// <summary>
/// The schema of a tool's arguments in the words of one provider's strict mode. Every call that the tool's own schema accepts can be said in it, and
/// maps back to itself; what it lets through more, the tool's reader refuses.
/// </summary>
public sealed class Variant
{
    /// <summary>The one property where the arguments stand as a whole.</summary>
    internal const string Arguments = "arguments";

    private readonly SchemaPlan plan;

    internal Variant(SchemaPlan plan, Provider provider, JsonObject schema, VariantForm form, IReadOnlyList<KeyValuePair<string, VariantForm>> definitions, IReadOnlyList<Loss> losses)
    {
        this.plan = plan;
        this.Provider = provider;
        this.Schema = schema;
        var same = new SameForms(definitions);
        this.Form = same.Of(form);
        this.Definitions = definitions.Select(one => new KeyValuePair<string, VariantForm>(one.Key, same.Of(one.Value))).ToArray();
        this.Losses = losses;
    }

    public Provider Provider { get; }

    /// <summary>As the provider takes it.</summary>
    public JsonObject Schema { get; }

    /// <summary>Whether every call is said as it is.</summary>
    public bool IsDirect => this.Form.IsSame;

    internal VariantForm Form { get; }

    /// <summary>The forms of <c>$defs</c>, in the order in which they are numbered.</summary>
    internal IReadOnlyList<KeyValuePair<string, VariantForm>> Definitions { get; }

    internal IReadOnlyList<Loss> Losses { get; }

    /// <summary>The variant of a tool.</summary>
    public static Variant Of(ToolSpec spec, Provider provider) => Of(spec.Input, provider);

    /// <summary>The variant of a schema whose root is an object.</summary>
    public static Variant Of(SchemaPlan plan, Provider provider) => VariantBuilder.Build(plan, provider);

    /// <summary>A call that the tool's own schema accepts, as it is said in the variant.</summary>
    public JsonNode Say(JsonNode arguments) => new VariantEncoder(this.plan, this.Definitions).Of(this.Form, arguments);

    /// <summary>What the variant says less, or otherwise, in the order of the places.</summary>
    public EquatableArray<Finding> Findings(SourceText source)
    {
        var sink = new FindingSink(source);
        foreach (var loss in this.Losses.Distinct()) VariantFindings.Add(sink, this.Provider, loss);
        return sink.ToArray().Distinct().ToEquatableArray();
    }

    /// <summary>
    /// What generated code holds, as JSON: <c>{"schema", "map"}</c>. The map is left out where every call is said as it is, and the schema where it says
    /// the same as the published one.
    /// </summary>
    public string Print()
    {
        var members = new List<JsonMember>();
        if (!this.IsDirect || !JsonEquality.Equals(this.Schema, PublishedSchema.ToNode(this.plan))) members.Add(JsonMake.Member("schema", this.Schema));
        if (!this.IsDirect) members.Add(JsonMake.Member("map", FormText.Of(this.Form, this.Definitions)));
        return JsonWriter.Canonical(JsonMake.Object(members));
    }
}
