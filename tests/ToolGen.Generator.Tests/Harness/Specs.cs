namespace ToolGen.Generator.Tests.Harness;

/// <summary>Specs for tests, written short.</summary>
internal static class Specs
{
    /// <summary>A code tool whose output echoes or computes.</summary>
    /// <param name="input">The properties of the input schema, as JSON members.</param>
    /// <param name="output">The properties of the output schema.</param>
    /// <param name="body">One line of C#.</param>
    /// <param name="required">Names of required inputs, as JSON strings.</param>
    /// <param name="outputRequired">Names of required outputs.</param>
    /// <param name="definitions">Members of the input's <c>$defs</c>.</param>
    public static string Code(string input, string output, string body, string required = "", string outputRequired = "", string definitions = "") => $$"""
        { "name": "sample", "description": "A sample.",
          "inputSchema": { "type": "object", "properties": { {{input}} }, "required": [{{required}}]{{(definitions.Length == 0 ? "" : $$""", "$defs": { {{definitions}} }""")}} },
          "outputSchema": { "type": "object", "properties": { {{output}} }, "required": [{{outputRequired}}] },
          "implementation": { "kind": "code", "body": [ {{System.Text.Json.JsonSerializer.Serialize(body)}} ] },
          "examples": [ { "input": { "no_such": 1 }, "error": "invalid_input /no_such" } ] }
        """;

    /// <summary>A tool that reads one argument <c>v</c> and answers whether it came.</summary>
    public static string Reads(string schema, string definitions = "") => Code($"\"v\": {schema}", "\"ok\": { \"type\": \"boolean\" }", "return new Output(true);", "\"v\"", "\"ok\"", definitions);

    /// <summary>A tool that writes one result <c>v</c>.</summary>
    public static string Writes(string schema, string expression) => Code("", $"\"v\": {schema}", $"return new Output({expression});", "", "\"v\"");

    /// <summary>A file of a small tool of that name.</summary>
    public static (string Path, string Text) File(string name, string body = "return new Output(1);") => ($"/src/tools/{name}.tool.json", Code("", "\"v\": { \"type\": \"integer\" }", body, "", "\"v\"").Replace("\"sample\"", $"\"{name}\"", System.StringComparison.Ordinal));
}
