using System;
using System.IO;
using System.Linq;
using ToolGen.Registry;
using ToolGen.Specification;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.TestSupport;

/// <summary>Versions with evidence as a forge leaves it, made without one: a registry runs nothing.</summary>
internal static class MadeVersions
{
    public static readonly string Templates = Sha256.Of("templates");

    /// <summary>A version that a registry takes.</summary>
    public static NewVersion Of(string name = "halve", string version = "1.0.0", string body = "return new Output(input.N / 2);", string[]? capabilities = null, string? session = null, string? companion = null, string? templates = null)
    {
        var spec = SpecOf(name, version, body);
        var read = SpecReader.Read(new SourceText(name + ".tool.json", spec)).Spec ?? throw new InvalidOperationException(
            string.Join("; ", SpecReader.Read(new SourceText(name + ".tool.json", spec)).Findings.Select(finding => finding.ToString())));
        return new()
        {
            Spec = spec,
            Companion = companion,
            McpTool = $$$"""{"name":"{{{name}}}","description":"Divide by two.","inputSchema":{"type":"object"}}""",
            SessionOf = session,
            Evidence = new()
            {
                Tool = name,
                Version = version,
                Kind = "code",
                ToolGen = "0.1.0",
                Identity = new() { Spec = SpecHash.Of(read), Companion = companion is null ? null : Sha256.Of(companion), Code = Sha256.Of(body + companion), Source = Sha256.Of("source of " + body), Templates = templates ?? Templates },
                Stations = new("read", "generate", "compile", "inspect", "try"),
                Samples = new(new SeenSample("examples", 0, Sha256.Of("given"), """{"output":{"value":4}}""", "passed") { Output = Sha256.Of("""{"value":4}"""), Ended = "answered" }),
                Capabilities = new() { Declared = (capabilities ?? []).Order(StringComparer.Ordinal).ToEquatableArray() },
                Isolation = "process",
            },
        };
    }

    /// <summary>A folder for one registry and the key of its host.</summary>
    public static RegistryOptions OptionsIn(string folder) => new() { Folder = Path.Combine(folder, "registry"), HostKey = Path.Combine(folder, "host", "host.key.pem") };

    private static string SpecOf(string name, string version, string body) => $$"""
        { "name": "{{name}}",
          "version": "{{version}}",
          "description": "Divide a number by two.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 100 } }, "required": ["n"] },
          "outputSchema": { "type": "object", "properties": { "value": { "type": "integer", "minimum": 0, "maximum": 100 } }, "required": ["value"] },
          "implementation": { "kind": "code", "body": {{JsonWriter.Quote(body)}} },
          "examples": [ { "input": { "n": 8 }, "output": { "value": 4 } } ] }
        """;
}
