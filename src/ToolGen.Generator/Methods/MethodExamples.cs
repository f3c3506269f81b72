using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Methods;

/// <summary>The attributes <c>[ToolExample]</c> of a method as elements of <c>examples</c>.</summary>
/// <param name="method">The method.</param>
/// <param name="report">Told what is no sample, and why.</param>
internal sealed class MethodExamples(IMethodSymbol method, Action<AttributeData, string> report)
{
    private const string Attribute = "ToolGen.ToolExampleAttribute";

    /// <summary>JSON, with commas between; what is no JSON is left out and reported.</summary>
    public string Text => string.Join(",", method.GetAttributes().Where(one => one.AttributeClass?.ToDisplayString() == Attribute).Select(this.Of).Where(text => text.Length > 0));

    private string Of(AttributeData example)
    {
        var members = new List<string>();
        var output = Attributes.Text(example, 1);
        var error = Attributes.Named(example, "Error") as string;
        if ((output is null) == (error is null))
        {
            report(example, "it says neither an output nor an error, or both");
            return "";
        }

        if (Attributes.Named(example, "Name") is string name) members.Add("\"name\":" + JsonWriter.Quote(name));
        if (error is not null) members.Add("\"error\":" + JsonWriter.Quote(error));
        foreach (var (member, text) in new[] { ("input", Attributes.Text(example, 0)), ("output", output), ("given", Attributes.Named(example, "Given") as string) })
        {
            if (text is null) continue;

            // Read and written again: what is no whole value would become members of the spec.
            var document = JsonReader.Read(new SourceText(member, text));
            if (document.Root is null || document.Findings.Count > 0)
            {
                report(example, $"its {member} is no JSON: {document.Findings.FirstOrDefault()?.Message}");
                return "";
            }

            members.Add($"\"{member}\":{JsonWriter.Compact(document.Root)}");
        }

        return $"{{{string.Join(",", members)}}}";
    }
}
