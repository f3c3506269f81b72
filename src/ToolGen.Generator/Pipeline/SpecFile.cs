using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Generator.Kinds.Own;
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

    public static ProjectTool Generate(AdditionalText file, ProjectSettings settings, EquatableArray<OwnKindDefinition> kinds, CancellationToken cancellationToken)
    {
        var options = new GenerationOptions(settings.Namespace, settings.LinePath(file.Path)) { Kinds = kinds };
        try
        {
            if (file.GetText(cancellationToken) is not { } text)
                return Failed(file.Path, options, FindingCatalog.UnreadableSpecFile, "the compiler has no text of it");

            var reading = SpecReader.Read(new SourceText(file.Path, text.ToString()));
            var start = Place.Of(reading.Document.Source, default);
            if (reading.Spec is not { } spec) return new(file.Path, start, ToolSource.Fallback(reading.Name ?? NameOf(file.Path), options, reading.Findings));
            var tool = ToolSource.Generate(spec, options, cancellationToken);
            return new(file.Path, Place.Of(spec.Source, spec.NameNode.Span), tool with { Findings = Join(reading.Findings, tool.Findings) });
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(file.Path, options, FindingCatalog.GeneratorFailed, e.GetType().Name + ": " + e.Message);
        }
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
