using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Harness;

internal static class TestSpec
{
    public static ToolSpec Read(string json, string path = "tools/sample.tool.json")
    {
        var document = JsonReader.Read(path, Encoding.UTF8.GetBytes(json));
        var findings = new FindingSink(document.Source);
        var root = (JsonObject)document.Root!;
        var input = SchemaReader.Read(root["inputSchema"]!, findings, SchemaUse.Input);
        var output = SchemaReader.Read(root["outputSchema"]!, findings, SchemaUse.Output);
        if (findings.Errors > 0) throw new InvalidOperationException(string.Join("\n", findings.ToArray()));
        return new()
        {
            Source = document.Source,
            Root = root,
            NameNode = (JsonString)root["name"]!,
            Description = Text(root["description"]!),
            Input = input!,
            Output = output!,
            Implementation = root["implementation"] is JsonObject implementation ? new CodeImplementation(implementation, implementation["body"] is { } body ? Text(body) : null) : null,
        };
    }

    private static SpecText Text(JsonNode node) => new(node, node is JsonArray lines ? [.. lines.Items.Cast<JsonString>()] : [(JsonString)node]);
}
