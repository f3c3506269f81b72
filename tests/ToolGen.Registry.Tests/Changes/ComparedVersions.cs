using System;
using System.Linq;
using System.Text;
using ToolGen.Specification;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Registry.Tests.Changes;

/// <summary>Versions as a registry has them, of specs, with evidence that says that every sample passed.</summary>
internal static class ComparedVersions
{
    /// <summary>A spec whose parts can be replaced.</summary>
    public const string Halve = """
        { "name": "halve", "version": "1.0.0", "description": "Divide.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 100 } }, "required": ["n"] },
          "outputSchema": { "type": "object", "properties": { "value": { "type": "integer" } }, "required": ["value"] },
          "errors": { "odd": "n is odd" },
          "implementation": { "kind": "code", "body": "return new Output(input.N / 2);" },
          "examples": [ { "input": { "n": 8 }, "output": { "value": 4 } } ] }
        """;

    /// <summary>A version of it.</summary>
    /// <param name="version">The number.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="capabilities">What it may do.</param>
    /// <param name="edits">What is replaced, each by what.</param>
    public static StoredVersion Of(string version, ToolState state = ToolState.Approved, string[]? capabilities = null, params (string From, string To)[] edits)
    {
        var text = Halve.Replace("\"1.0.0\"", $"\"{version}\"", StringComparison.Ordinal);
        foreach (var (from, to) in edits)
        {
            if (!text.Contains(from, StringComparison.Ordinal)) throw new ArgumentException($"nothing to replace: {from}");
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        var spec = SpecReader.Read("halve.tool.json", Encoding.UTF8.GetBytes(text)).Spec ?? throw new ArgumentException(text);
        var evidence = new ToolEvidence
        {
            Tool = spec.Name,
            Version = spec.Version,
            Kind = spec.Implementation?.Kind ?? "declared",
            ToolGen = "0.1.0",
            Identity = new() { Spec = SpecHash.Of(spec), Code = Sha256.Of(spec.Root["implementation"]?.ToString() ?? ""), Templates = new string('a', 64) },
            Capabilities = new() { Declared = (capabilities ?? []).Order(StringComparer.Ordinal).ToEquatableArray() },
            Samples = spec.Examples.Select((sample, i) => new SeenSample("examples", i, Sha256.Of(JsonWriter.Canonical(sample.Input)), JsonWriter.Canonical(sample.Output!), "passed")).ToEquatableArray(),
        };
        return new()
        {
            Id = evidence.Identity.Id!,
            Name = spec.Name,
            Version = spec.Version,
            Kind = evidence.Kind,
            Spec = text,
            McpTool = "{}",
            Evidence = evidence,
            Maker = "test",
            Created = DateTimeOffset.UnixEpoch,
            State = state,
        };
    }
}
