using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace ToolGen.Prompts;

/// <summary>A parameter.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Type">In short words.</param>
/// <param name="Description">On one line; empty where there is none.</param>
/// <param name="IsRequired">Whether it has to be given.</param>
/// <param name="Reached">The places of definitions that the type says by name.</param>
internal sealed record PromptParameter(string Name, string Type, string Description, bool IsRequired, IReadOnlyCollection<string> Reached);

/// <summary>A line of what the parameters do not say.</summary>
/// <param name="Place">Of the definition; empty for what the arguments must be as a whole.</param>
/// <param name="Line">The words.</param>
/// <param name="Reached">The places of definitions that it says by name.</param>
internal sealed record PromptRule(string Place, string Line, IReadOnlyCollection<string> Reached);

/// <summary>What a prompt is made from.</summary>
/// <param name="Name">Of the tool.</param>
/// <param name="Purpose">On one line.</param>
/// <param name="Parameters">The required ones first.</param>
/// <param name="Whole">What the arguments must be as a whole; null where that is said.</param>
/// <param name="Definitions">By their place, in the order in which they are first named.</param>
/// <param name="Example">Arguments as JSON; empty where there are none.</param>
internal sealed record PromptParts(string Name, string Purpose, IReadOnlyList<PromptParameter> Parameters, PromptRule? Whole, IReadOnlyList<PromptRule> Definitions, string Example)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>Lines that the first parameters need: a definition that only others name is left out with them.</summary>
    public IEnumerable<string> RulesOf(int parameters)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(this.Parameters.Take(parameters).SelectMany(parameter => parameter.Reached).Concat(this.Whole?.Reached ?? []));
        var byPlace = this.Definitions.ToDictionary(rule => rule.Place, StringComparer.Ordinal);
        while (open.TryPop(out var place))
            if (reached.Add(place)) foreach (var next in byPlace[place].Reached) open.Push(next);
        return (this.Whole is { } whole ? [whole.Line] : Enumerable.Empty<string>()).Concat(this.Definitions.Where(rule => reached.Contains(rule.Place)).Select(rule => rule.Line));
    }

    public static PromptParts Of(ToolDescriptor tool)
    {
        using var document = JsonDocument.Parse(tool.InputSchema, Deep);
        var schema = document.RootElement;
        var words = new SchemaWords(schema);
        var parameters = new List<PromptParameter>();
        var required = SchemaWords.Required(schema);
        if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
            {
                var (type, reached) = words.Say(property.Value);
                parameters.Add(new(SchemaWords.Name(property.Name), type, SchemaWords.Description(property.Value), required.Remove(property.Name), reached));
            }

        // A name that is asked for and described nowhere is a parameter too.
        parameters.AddRange(required.Select(name => new PromptParameter(SchemaWords.Name(name), "any", "", IsRequired: true, [])));
        var whole = words.Whole();
        var definitions = words.Definitions().ToArray();
        var example = SchemaWords.Exact(Encoding.UTF8.GetString(tool.Example.Span));
        return new(SchemaWords.Line(tool.Name), SchemaWords.Line(tool.Description), [.. parameters.OrderByDescending(parameter => parameter.IsRequired)], whole, definitions, example);
    }
}
