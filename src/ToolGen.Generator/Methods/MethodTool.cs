using System.Linq;
using System.Threading;
using ToolGen.Generator.Pipeline;
using ToolGen.Generator.Signatures;
using ToolGen.Specification;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Methods;

/// <summary>A method with <c>[Tool]</c> through the stations Read and Generate, by way of the spec that says the same.</summary>
internal static class MethodTool
{
    /// <summary>What is generated; its findings stand in the spec that was made of the method.</summary>
    public static GeneratedMethod Generate(MethodModel model, ProjectSettings settings, CancellationToken cancellationToken)
    {
        var options = new GenerationOptions(settings.Namespace);
        var reading = SpecReader.Read(new SourceText("method", model.Spec));
        if (reading.Spec is not { } spec) return new(model.Key, ToolSource.Fallback(reading.Name ?? "", options, reading.Findings));
        var tool = ToolSource.Generate(spec, new MethodKind(model.Call), options, cancellationToken);
        return new(model.Key, tool with { Findings = reading.Findings.Concat(tool.Findings).ToEquatableArray() }) { Signature = new(model.Key, WithSeenCode(ToolSignature.Of(spec))) };
    }

    // What a method does with its arguments, analyzers say at its own lines.
    private static ToolSignature WithSeenCode(ToolSignature signature) => signature with { Flow = signature.Flow with { Sinks = default } };
}

/// <summary>A method's tool.</summary>
internal sealed record GeneratedMethod(string Key, GeneratedTool Tool)
{
    public ToolIdentity Identity => new(this.Key, this.Tool.Name, this.Tool.ClassName, this.Tool.IsFallback);

    /// <summary>What composites that call it must know; null where there is none.</summary>
    public PlacedSignature? Signature { get; init; }

    public ToolBlock Block => new(this.Key, this.Tool.ClassName, this.Tool.Code, this.Tool.Published);
}
