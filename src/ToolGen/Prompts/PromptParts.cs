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
internal sealed record PromptParameter(string Name, string Type, string Description, bool IsRequired);

/// <summary>What a prompt is made from.</summary>
/// <param name="Name">Of the tool.</param>
/// <param name="Purpose">On one line.</param>
/// <param name="Parameters">The required ones first.</param>
/// <param name="Rules">Lines of what the parameters do not say: named types, what the arguments must be as a whole.</param>
/// <param name="Example">Arguments as JSON; empty where there are none.</param>
internal sealed record PromptParts(string Name, string Purpose, IReadOnlyList<PromptParameter> Parameters, IReadOnlyList<string> Rules, string Example)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    public static PromptParts Of(ToolDescriptor tool)
    {
        using var document = JsonDocument.Parse(tool.InputSchema, Deep);
        var schema = document.RootElement;
        var words = new SchemaWords(schema);
        var parameters = new List<PromptParameter>();
        var required = SchemaWords.Required(schema);
        if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
                parameters.Add(new(SchemaWords.Name(property.Name), words.Of(property.Value), SchemaWords.Description(property.Value), required.Remove(property.Name)));

        // A name that is asked for and described nowhere is a parameter too.
        parameters.AddRange(required.Select(name => new PromptParameter(SchemaWords.Name(name), "any", "", IsRequired: true)));
        var rules = words.OfRoot() is { } whole ? [whole] : new List<string>();
        rules.AddRange(words.Definitions());
        var example = SchemaWords.Exact(Encoding.UTF8.GetString(tool.Example.Span));
        return new(SchemaWords.Line(tool.Name), SchemaWords.Line(tool.Description), [.. parameters.OrderByDescending(parameter => parameter.IsRequired)], rules, example);
    }
}
