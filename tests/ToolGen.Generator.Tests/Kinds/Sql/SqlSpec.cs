using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Effects.Data;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Kinds.Sql;

/// <summary>Specs of the kind around one implementation, and what they answer over a scratch database.</summary>
internal static class SqlSpec
{
    // Rows of a test that differ in arguments alone share a tool.
    private static readonly ConcurrentDictionary<string, Lazy<Tool>> Loaded = new();

    private const string Inputs = """
        "id": {"type": "integer"}, "name": {"type": "string"}, "flag": {"type": "boolean"}, "day": {"type": "string", "format": "date"}, "price": {"type": "number", "format": "decimal"},
        "sort": {"type": "string", "enum": ["name", "day"]}, "free": {"type": "string"}, "ids": {"type": "array", "items": {"type": "integer"}}, "limit": {"type": "integer", "default": 10},
        "countries": {"type": "array", "items": {"type": "string"}, "default": []}, "user": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
        """;

    /// <summary>An output with one list, of names alone.</summary>
    public const string Names = "\"rows\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}, \"required\": [\"name\"]}}";

    public static string Text(string implementation, string output = Names, string top = "") => $$$$"""
        {"name": "sample", "description": "A sample.",
        "inputSchema": {"type": "object", "properties": { {{{{Inputs}}}} }},
        "outputSchema": {"type": "object", "properties": { {{{{output}}}} }, "required": [{{{{Required(output)}}}}]}, {{{{top}}}}
        "implementation":
        {"kind": "sql", "database": "shop", {{{{implementation}}}}},
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

    /// <summary>Calls over a database that these statements made; the output, or code, pointer and message of the error.</summary>
    public static async Task<string> Answer(string implementation, string arguments, string output = Names, string top = "", params string[] given)
    {
        using var scratch = ScratchDatabase.Create(given);
        return await Answer(implementation, arguments, scratch, output, top);
    }

    /// <inheritdoc cref="Answer(string, string, string, string, string[])"/>
    public static async Task<string> Answer(string implementation, string arguments, ScratchDatabase scratch, string output = Names, string top = "")
    {
        var tool = Loaded.GetOrAdd(Text(implementation, output, top), text => new(() => CompiledTool.Load(Read(text)))).Value;
        await using var effects = new ToolEffects(new Grants { Databases = new Dictionary<string, DatabaseGrant> { ["shop"] = scratch.Grant } });
        var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), effects.For(tool));
        return result.IsError ? string.Join("; ", result.Errors.Select(error => $"{error.Code} {error.Pointer}: {error.Message}")) : Encoding.UTF8.GetString(result.Output.Span);
    }

    // Every property at the top that has no question mark in its description.
    private static string Required(string output)
    {
        using var document = System.Text.Json.JsonDocument.Parse("{" + output + "}");
        return string.Join(", ", document.RootElement.EnumerateObject().Where(property => !property.Value.TryGetProperty("description", out var text) || text.GetString() != "?").Select(property => $"\"{property.Name}\""));
    }
}
