using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge.Trial;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Specification;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Evidence;

/// <summary>What each tool of a set is made from, as hashes. A tool that calls others, by its steps or from its C#, is one with the versions that their names led to.</summary>
internal sealed class Identities(IReadOnlyList<ForgedTool> tools, EquatableArray<OwnKindDefinition> kinds)
{
    private readonly Dictionary<ForgedTool, ToolIdentity> known = new(ReferenceEqualityComparer.Instance);

    public ToolIdentity Of(ForgedTool tool) => this.Of(tool, []);

    /// <summary>The hash of what does a tool's work; null where there is no spec.</summary>
    public static string? CodeOf(ForgedTool tool)
    {
        if (tool.Spec is not { } spec) return null;

        // The canonical text: a body that stands in other lines is the same body.
        var root = JsonReader.Read("spec", CanonicalSpec.Write(spec)).Root as JsonObject;
        return Sha256.Of(string.Join('\n', new[] { "implementation", "fallback", "dependencies" }.Select(name => root?[name] is { } part ? JsonWriter.Canonical(part) : "")) + "\n" + tool.Input.Companion?.Text);
    }

    private ToolIdentity Of(ForgedTool tool, IReadOnlyList<ForgedTool> way)
    {
        if (this.known.TryGetValue(tool, out var identity)) return identity;
        return this.known[tool] = new()
        {
            Spec = tool.SpecHash,
            Companion = tool.Input.Companion is { } companion ? Sha256.Of(companion.Text) : null,
            Template = kinds.FirstOrDefault(kind => kind.Name == tool.Spec?.Implementation?.Kind) is { } own ? Sha256.Of(own.Template + "\0" + own.Schema) : null,
            Steps = this.Steps(tool, [.. way, tool]),
            Packages = tool.Packages.Select(package => new PackageLock(package.Id, package.Version, package.Sha512)).OrderBy(package => package.Package, StringComparer.Ordinal).ToEquatableArray(),
            Code = CodeOf(tool),
            Source = tool.SourceHash,
            Templates = tool.Generated is null ? null : TemplateSet.Hash,
        };
    }

    // Tools that call one another in a ring have no version before the others have one: the generator refuses them.
    private EquatableArray<ToolStep> Steps(ForgedTool tool, IReadOnlyList<ForgedTool> way) =>
        CapabilitySet.Of(tool.Generated is { } generated ? generated.Capabilities : []).All.OfType<ToolCapability>()
            .Select(capability => SandboxedSet.Named(tools.Where(one => one.Spec is not null), capability.Reference) is { } called
                ? new ToolStep(called.Name, way.Contains(called) ? null : this.Of(called, way).Id)
                : new ToolStep(capability.Name, null))
            .DistinctBy(step => step.Tool).OrderBy(step => step.Tool, StringComparer.Ordinal).ToEquatableArray();
}
