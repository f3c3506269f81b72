using System;
using System.Linq;
using System.Threading;
using ToolGen.Generator.Emit;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Holes;
using ToolGen.Generator.Kinds;
using ToolGen.Generator.Signatures;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator;

/// <summary>Station Generate: spec → C#. The generator and the forge call the same function; it never throws but to end canceled work.</summary>
public static class ToolSource
{
    /// <summary>The C# of one spec; a fallback type where the spec has errors that only show here.</summary>
    public static GeneratedTool Generate(ToolSpec spec, GenerationOptions options, CancellationToken cancellationToken = default) =>
        Generate(spec, KindTable.Of(spec.Implementation, options.Kinds), options, cancellationToken);

    /// <summary>The same with a kind that the spec does not name; null: there is none.</summary>
    internal static GeneratedTool Generate(ToolSpec spec, Kind? kind, GenerationOptions options, CancellationToken cancellationToken)
    {
        var className = CSharpNames.ClassOf(spec.Name);
        var findings = new FindingSink(spec.Source);
        try
        {
            if (Write(spec, kind, className, options, findings, cancellationToken) is { } written)
                return new(spec.Name, className, written.Code, IsFallback: false, findings.ToArray(), written.Stub)
                {
                    Published = written.Published,
                    Capabilities = written.Capabilities.All.Select(one => one.Text).ToEquatableArray(),
                    Nominals = written.Nominals,
                };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            findings.Add(FindingCatalog.GeneratorFailed, spec.NameNode.Span, e.GetType().Name + ": " + e.Message);
        }

        return Fallback(spec.Name, options, findings.ToArray());
    }

    /// <summary>Whether the C# of a spec depends on other tools: on those that it calls, or on how the assembly names nominal types.</summary>
    public static bool NeedsSignatures(ToolSpec spec) => spec.Implementation is ComposeImplementation || NominalNames.In(spec).Any();

    /// <summary>A type that keeps references to a tool compiling whose spec has errors.</summary>
    /// <param name="name">The tool's name, or what its file is called.</param>
    /// <param name="options">The namespace.</param>
    /// <param name="findings">What was found.</param>
    public static GeneratedTool Fallback(string name, GenerationOptions options, EquatableArray<Finding> findings)
    {
        var className = CSharpNames.ClassOf(name);
        var source = ToolTemplate.Named("Templates.Fallback.sbn").Render(new FallbackModel(options.Namespace, className), default);
        return new(name, className, source, IsFallback: true, findings);
    }

    private static (string Code, string? Stub, CapabilitySet Capabilities, PublishedTool Published, EquatableArray<NominalUse> Nominals)? Write(ToolSpec spec, Kind? kind, string className, GenerationOptions options, FindingSink findings, CancellationToken cancellationToken)
    {
        if (kind is null)
        {
            var word = spec.Implementation!.Node["kind"]!;
            findings.Add(FindingCatalog.OwnKindUnknown, word.Span, spec.Implementation.Kind, spec.Implementation.Kind + Kinds.Own.OwnKindDefinition.TemplateExtension);
            return null;
        }

        TypeRoot[] roots = [new("Input", spec.Input, TypeRole.Input, kind.WritesInput(spec)), new("Output", spec.Output, TypeRole.Output), .. kind.Roots(spec, options.Tools)];
        var types = TypeBuilder.Build(className, roots, findings, options.Namespace, options.Nominals);
        var linePath = LineDirective.Safe(options.LinePath ?? FileName(spec.Source.Path));
        var holes = new HoleTable(spec.Source, linePath);
        var work = new KindWork(spec, options.Namespace, className, types, holes, findings, linePath, cancellationToken) { Tools = options.Tools };
        var code = kind.Generate(work);
        if (findings.Errors > 0) return null;
        var capabilities = EffectiveCapabilities.Of(spec, code, findings);
        var annotations = AnnotationValues.Of(spec, capabilities);
        annotations.Check(spec, capabilities, findings);
        if (findings.Errors > 0) return null;
        var mcp = McpTool.Of(spec, annotations);
        var rendered = ToolTemplate.Named("Templates.Tool.sbn").Render(ToolModel.Of(spec, options.Namespace, work, kind, code, mcp.Json), cancellationToken);
        var source = holes.Fill(rendered, out var filled);
        if (filled.Count > 0 && !HoleVerifier.Verify(source, filled, findings)) return null;
        return (source, code.Stub, capabilities, PublishedTool.Of(spec, options.Namespace, className, kind.Word, capabilities, annotations, mcp), types.Nominals.Where(nominal => nominal.FullName is null).ToEquatableArray());
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}

/// <summary>What <c>Fallback.sbn</c> prints.</summary>
internal sealed record FallbackModel(string Namespace, string ClassName);
