using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Signatures;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Pipeline;

/// <summary>One file of a project through the stations Read and Generate. Nothing that a file holds makes it throw.</summary>
internal static class SpecFile
{
    private const string Extension = ".tool.json";

    public static bool Is(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file, and generates it unless it depends on other tools.</summary>
    public static ReadTool Read(string path, string? text, ProjectSettings settings, EquatableArray<OwnKindDefinition> kinds, CancellationToken cancellationToken)
    {
        var options = Options(path, settings) with { Kinds = kinds };
        try
        {
            if (text is null) return new(path, null, Failed(path, options, FindingCatalog.UnreadableSpecFile, "the compiler has no text of it"), null);

            var reading = SpecReader.Read(new SourceText(path, text));
            var signature = reading.Spec is null ? null : new PlacedSignature(path, ToolSignature.Of(reading.Spec), NominalNames.In(reading.Spec).ToEquatableArray());
            return reading.Spec is { } spec && ToolSource.NeedsSignatures(spec)
                ? new(path, signature, null, new(text, ToolSignature.CallsOf(spec).ToEquatableArray(), reading.Findings))
                : new(path, signature, Made(path, reading, options, cancellationToken), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(path, null, Failed(path, options, FindingCatalog.GeneratorFailed, e.GetType().Name + ": " + e.Message), null);
        }
    }

    /// <summary>What a spec needs of the others of the project.</summary>
    public static LinkedTool Link(ReadTool tool, ProjectSignatures all) => new(tool, all.Tools.Reach(tool.Waiting!.Calls), all.Nominals);

    /// <summary>Generates what waited. What reading found is known already: the findings are those of generating alone.</summary>
    public static ProjectTool Generate(LinkedTool linked, ProjectSettings settings, CancellationToken cancellationToken)
    {
        var path = linked.Tool.Path;
        var options = Options(path, settings) with { Tools = linked.Tools, Nominals = linked.Nominals };
        try
        {
            var reading = SpecReader.Read(new SourceText(path, linked.Tool.Waiting!.Text));
            return Made(path, reading with { Findings = [] }, options, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(path, options, FindingCatalog.GeneratorFailed, e.GetType().Name + ": " + e.Message);
        }
    }

    private static GenerationOptions Options(string path, ProjectSettings settings) => new(settings.Namespace, settings.LinePath(path));

    private static ProjectTool Made(string path, SpecReading reading, GenerationOptions options, CancellationToken cancellationToken)
    {
        var start = Place.Of(reading.Document.Source, default);
        if (reading.Spec is not { } spec) return new(path, start, ToolSource.Fallback(reading.Name ?? NameOf(path), options, reading.Findings));
        var tool = ToolSource.Generate(spec, options, cancellationToken);
        return new(path, Place.Of(spec.Source, spec.NameNode.Span), tool with { Findings = Join(reading.Findings, tool.Findings) });
    }

    private static ProjectTool Failed(string path, GenerationOptions options, FindingDescriptor descriptor, string why)
    {
        var place = Place.Of(new SourceText(path, ""), default);
        return new(path, place, ToolSource.Fallback(NameOf(path), options, new(new Finding(descriptor, place, new(why)))));
    }

    private static EquatableArray<Finding> Join(EquatableArray<Finding> first, EquatableArray<Finding> second)
    {
        if (second.Count == 0) return first;
        var all = new System.Collections.Generic.List<Finding>(first.Count + second.Count);
        all.AddRange(first);
        all.AddRange(second);
        all.Sort(static (a, b) => a.Place.Span.Start.CompareTo(b.Place.Span.Start));
        return all.ToEquatableArray();
    }

    private static string NameOf(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Substring(0, name.Length - Extension.Length);
    }
}
