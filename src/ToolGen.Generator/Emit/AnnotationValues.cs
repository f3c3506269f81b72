using System;
using System.Linq;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Emit;

/// <summary>MCP's four hints: derived from the capabilities, made only stricter by the spec (SPEC §3).</summary>
public sealed record AnnotationValues(bool ReadOnly, bool Destructive, bool Idempotent, bool OpenWorld)
{
    /// <summary>What MCP assumes of a tool that says nothing.</summary>
    private static readonly AnnotationValues Unknown = new(false, true, false, true);

    public string Json => $"{{\"readOnlyHint\":{Word(this.ReadOnly)},\"destructiveHint\":{Word(this.Destructive)},\"idempotentHint\":{Word(this.Idempotent)},\"openWorldHint\":{Word(this.OpenWorld)}}}";

    /// <summary>The arguments of the contract's <c>ToolAnnotations</c>.</summary>
    public string Arguments => $"{Word(this.ReadOnly)}, {Word(this.Destructive)}, {Word(this.Idempotent)}, {Word(this.OpenWorld)}";

    public static AnnotationValues Of(ToolSpec spec)
    {
        // The project's own code can do anything; its author is the only one who knows, and is believed.
        if (spec.Implementation is null or CodeImplementation { Body: null })
            return new(Written(spec, "readOnlyHint", Unknown.ReadOnly), Written(spec, "destructiveHint", Unknown.Destructive), Written(spec, "idempotentHint", Unknown.Idempotent), Written(spec, "openWorldHint", Unknown.OpenWorld));

        var writes = spec.Capabilities.Any(capability => IsWrite(capability.Value));
        var outside = spec.Capabilities.Any(capability => capability.Value.StartsWith("http ", StringComparison.Ordinal) || capability.Value.StartsWith("tool ", StringComparison.Ordinal));
        return new(
            !writes && Written(spec, "readOnlyHint", true),
            writes || Written(spec, "destructiveHint", false),
            !writes && Written(spec, "idempotentHint", true),
            outside || Written(spec, "openWorldHint", false));
    }

    private static bool IsWrite(string capability)
    {
        var words = capability.Split(' ');
        return words[0] switch
        {
            "http" => words.Length < 2 || words[1] is not ("GET" or "HEAD"),
            "sql" => words.Length < 3 || words[2] != "read",
            "write" or "tool" => true,
            _ => false,
        };
    }

    private static bool Written(ToolSpec spec, string name, bool otherwise) => spec.Annotations.TryGetValue(name, out var value) ? value : otherwise;

    private static string Word(bool value) => value ? "true" : "false";
}
