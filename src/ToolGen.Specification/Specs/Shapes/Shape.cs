using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Shapes;

/// <summary>
/// What may stand at a place of a spec, as data. The reader checks with it, the JSON Schema for editors and the strict variant for
/// providers are printed from it: one table, so that they can't drift apart.
/// </summary>
internal abstract class Shape
{
    /// <summary>What is wanted, for a message: <c>a string</c>.</summary>
    public abstract string Wanted { get; }

    /// <summary>Whether a value is meant to be this: its JSON type, and in a union the member that tells records apart.</summary>
    public abstract bool Fits(JsonNode node);

    /// <summary>Adds a finding for everything that is wrong in a value that <see cref="Fits"/>.</summary>
    /// <param name="node">The value.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="label">The field's name, for messages.</param>
    public abstract void CheckFitting(JsonNode node, FindingSink sink, string label);

    /// <summary>Adds a finding for everything that is wrong.</summary>
    public virtual void Check(JsonNode node, FindingSink sink, string label)
    {
        if (this.Fits(node)) this.CheckFitting(node, sink, label);
        else sink.Add(FindingCatalog.WrongType, node.Span, label, this.Wanted, Describe(node));
    }

    /// <summary>The value with the lines of its texts joined (SPEC §7); the same node where nothing changes. Never fails: what doesn't fit stays.</summary>
    public virtual JsonNode Canonical(JsonNode node) => node;

    /// <summary>A value's type for a message, with its article.</summary>
    public static string Describe(JsonNode node) => node switch
    {
        JsonNull => "null",
        JsonBoolean => "a boolean",
        JsonNumber => "a number",
        JsonString => "a string",
        JsonArray => "an array",
        _ => "an object",
    };
}
