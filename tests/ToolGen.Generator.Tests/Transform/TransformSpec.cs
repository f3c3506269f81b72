using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Transform;

/// <summary>Specs of the kind around one implementation: text in, the given output schema out.</summary>
internal static class TransformSpec
{
    public static string Text(string implementation, string output = "\"items\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"integer\"}}, \"required\": [\"x\"]}}", string required = "\"items\"") => $$$$"""
        {"name": "sample", "description": "A sample.",
        "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}, "max": {"type": "integer", "default": 3}, "note": {"type": "string", "default": ""}}, "required": ["text"]},
        "outputSchema": {"type": "object", "properties": { {{{{output}}}} }, "required": [{{{{required}}}}]},
        "implementation":
        {"kind": "transform", {{{{implementation}}}}},
        "examples": [{"input": {"text": ""}, "output": "?"}]}
        """;

    public static ToolSpec Read(string text)
    {
        var reading = SpecReader.Read(new SourceText("sample.tool.json", text));
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        return reading.Spec;
    }

    /// <summary>The ids of what the generator finds, each with the text of the spec that it stands at.</summary>
    public static string Findings(string text)
    {
        var spec = Read(text);
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        Assert.IsTrue(generated.IsFallback, generated.Source);
        return string.Join("; ", generated.Findings.Select(finding => $"{finding.Id} {spec.Source.Text.Substring(finding.Place.Span.Start, finding.Place.Span.Length)}"));
    }
}
