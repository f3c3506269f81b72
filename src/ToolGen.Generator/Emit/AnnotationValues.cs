using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Emit;

/// <summary>MCP's four hints: derived from the effective capabilities, made only stricter by the spec (SPEC §3).</summary>
public sealed record AnnotationValues(bool ReadOnly, bool Destructive, bool Idempotent, bool OpenWorld)
{
    /// <summary>What MCP assumes of a tool that says nothing.</summary>
    private static readonly AnnotationValues Unknown = new(false, true, false, true);

    public string Json => $"{{\"readOnlyHint\":{Word(this.ReadOnly)},\"destructiveHint\":{Word(this.Destructive)},\"idempotentHint\":{Word(this.Idempotent)},\"openWorldHint\":{Word(this.OpenWorld)}}}";

    /// <summary>The four in the order of the contract's <c>ToolAnnotations</c>, such as <c>1010</c>.</summary>
    public string Digits => string.Concat(new[] { this.ReadOnly, this.Destructive, this.Idempotent, this.OpenWorld }.Select(hint => hint ? '1' : '0'));

    /// <summary>The hints of a tool.</summary>
    /// <param name="spec">The tool.</param>
    /// <param name="effective">What it may do.</param>
    public static AnnotationValues Of(ToolSpec spec, CapabilitySet effective)
    {
        // The project's own code can do anything; its author is the only one who knows, and is believed.
        if (IsOwnCode(spec))
            return new(Written(spec, "readOnlyHint", Unknown.ReadOnly), Written(spec, "destructiveHint", Unknown.Destructive), Written(spec, "idempotentHint", Unknown.Idempotent), Written(spec, "openWorldHint", Unknown.OpenWorld));

        var writes = effective.All.Any(IsWrite);
        var outside = effective.All.Any(IsOutside);

        return new(
            !writes && Written(spec, "readOnlyHint", true),
            writes || Written(spec, "destructiveHint", false),
            !writes && Written(spec, "idempotentHint", true),
            outside || Written(spec, "openWorldHint", false));
    }

    /// <summary>Says where the spec's hints are looser than those that are published.</summary>
    public void Check(ToolSpec spec, CapabilitySet effective, FindingSink findings)
    {
        if (spec.Root["annotations"] is not JsonObject annotations) return;
        foreach (var (name, published, isCause) in new (string, bool, Func<Capability, bool>)[]
        {
            ("readOnlyHint", this.ReadOnly, IsWrite), ("destructiveHint", this.Destructive, IsWrite),
            ("idempotentHint", this.Idempotent, IsWrite), ("openWorldHint", this.OpenWorld, IsOutside),
        })
        {
            if (annotations[name] is not JsonBoolean written || written.Value == published) continue;
            var cause = effective.All.First(isCause);
            var fix = new FindingFix($"write {Word(published)}", new([new TextEdit(written.Span, Word(published))]));
            findings.Add(FindingCatalog.AnnotationTooLoose, written.Span, fix, name, Word(written.Value), cause.Text, Word(published));
        }
    }

    private static bool IsOwnCode(ToolSpec spec) => spec.Implementation is null or CodeImplementation { Body: null };

    private static bool IsWrite(Capability capability) => capability switch
    {
        HttpCapability http => http.Method is not ("GET" or "HEAD"),
        SqlCapability sql => sql.Writes,
        FileCapability file => file.Writes,
        ToolCapability => true,
        _ => false,
    };

    private static bool IsOutside(Capability capability) => capability is HttpCapability or ToolCapability;

    private static bool Written(ToolSpec spec, string name, bool otherwise) => spec.Annotations.TryGetValue(name, out var value) ? value : otherwise;

    private static string Word(bool value) => value ? "true" : "false";
}
