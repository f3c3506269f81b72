namespace ToolGen.Cli.Tests.Harness;

/// <summary>Specs that the tests write.</summary>
internal static class Texts
{
    /// <summary>Outputs of two samples, for <see cref="Halve"/>.</summary>
    public const string TwoSamples = """{ "value": 2 } }, { "input": { "n": 9, "by": 3 }, "output": { "value": 3 }""";

    /// <summary>A tool <c>halve</c> without findings; the body stands in line 6, the sample's output in line 8.</summary>
    public static string Halve(string body = "return new Output(input.N / input.By);", string output = """{ "value": 2 }""", string more = "") => $$"""
        { "name": "halve",
          "description": "Divide.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 100 }, "by": { "type": "integer", "minimum": 1, "maximum": 100 } }, "required": ["n", "by"] },
          "outputSchema": { "type": "object", "properties": { "value": { "type": "integer", "minimum": 0, "maximum": 100 } }, "required": ["value"] },
          "implementation": { "kind": "code", "body":
            "{{body.Replace("\"", "\\\"")}}" }, {{more}}
          "examples": [
            { "input": { "n": 8, "by": 4 }, "output": {{output}} } ] }
        """;

    /// <summary>Its sample never ends.</summary>
    public static string Endless() => Halve("while (input.By == 4) { } return new Output(0);");

    /// <summary>A near miss that <c>fix</c> mends: <c>tests</c> and an alias.</summary>
    public const string Sloppy = """
        { "name": "shout", "description": "Upper case.",
          "parameters": { "type": "object", "properties": { "text": { "type": "string" } }, "required": ["text"] },
          "outputSchema": { "type": "object", "properties": { "text": { "type": "string" } }, "required": ["text"] },
          "implementation": { "kind": "code", "source": "return new Output(input.Text.ToUpperInvariant());" },
          "examples": [ { "input": { "text": "a" }, "output": { "text": "A" } } ] }
        """;
}
