using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Kinds.Http;

/// <summary>Specs of the kind around one implementation, and what they answer.</summary>
internal static class HttpSpec
{
    // Rows of a test that differ in arguments alone share a tool.
    private static readonly ConcurrentDictionary<string, Lazy<Tool>> Loaded = new();

    /// <summary>Inputs of every type that a hole can have; none required.</summary>
    private const string Inputs = """
        "id": {"type": "string"}, "n": {"type": "integer"}, "x": {"type": "number"}, "flag": {"type": "boolean"}, "day": {"type": "string", "format": "date"},
        "tags": {"type": "array", "items": {"type": "string"}}, "sizes": {"type": "array", "items": {"type": "integer"}},
        "user": {"type": "object", "properties": {"name": {"type": "string"}, "age": {"type": "integer"}}, "required": ["name"]},
        "lines": {"type": "array", "items": {"type": "object", "properties": {"sku": {"type": "string"}, "amount": {"type": "number"}}, "required": ["sku", "amount"]}},
        "photo": {"type": "string", "contentEncoding": "base64"}, "photos": {"type": "array", "items": {"type": "string", "contentEncoding": "base64"}},
        "any": {}
        """;

    public static string Text(string implementation, string output = "\"ok\": {\"type\": \"boolean\"}", string required = "", string top = "") => $$$$"""
        {"name": "sample", "description": "A sample.",
        "inputSchema": {"type": "object", "properties": { {{{{Inputs}}}} }},
        "outputSchema": {"type": "object", "properties": { {{{{output}}}} }, "required": [{{{{required}}}}]}, {{{{top}}}}
        "implementation":
        {"kind": "http", {{{{implementation}}}}},
        "examples": [{"input": {}, "output": "?"}]}
        """;

    public static ToolSpec Read(string text)
    {
        var reading = SpecReader.Read(new SourceText("sample.tool.json", text));
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        return reading.Spec;
    }

    /// <summary>The ids of what the reader or the generator finds, each with the text of the spec that it stands at.</summary>
    public static string Findings(string text)
    {
        var reading = SpecReader.Read(new SourceText("sample.tool.json", text));
        var findings = reading.Spec is null ? reading.Findings : ToolSource.Generate(reading.Spec, new GenerationOptions()).Findings;
        return string.Join("; ", findings.Where(finding => finding.Id is not "TG2001").Select(finding => $"{finding.Id} {text.Substring(finding.Place.Span.Start, finding.Place.Span.Length)}"));
    }

    /// <summary>Calls, and gives the output, or each error with its pointer.</summary>
    public static async Task<string> Answer(this Tool tool, string arguments, StubHttp http)
    {
        var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), http);
        return result.IsError ? string.Join("; ", result.Errors.Select(error => $"{error.Code} {error.Pointer}".TrimEnd())) : Encoding.UTF8.GetString(result.Output.Span);
    }

    /// <summary>The message of the one error.</summary>
    public static async Task<string> Message(this Tool tool, string arguments, StubHttp http) =>
        (await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), http)).Errors.Single().Message;

    public static Tool Load(string implementation, string output = "\"ok\": {\"type\": \"boolean\"}", string required = "", string top = "") =>
        Loaded.GetOrAdd(Text(implementation, output, required, top), text => new(() => CompiledTool.Load(Read(text)))).Value;

    /// <summary>The text of a body.</summary>
    public static string Sent(this ToolHttpRequest request) => request.Body is { } body ? Encoding.UTF8.GetString(body.Span) : "";
}
