using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Quality;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Pipeline;

/// <summary>What is thought of each spec, and what others see of it: once a text, since hosts hand the same object on until it changes.</summary>
internal static class SpecOpinions
{
    private static readonly ConditionalWeakTable<AdditionalText, Opinion> Known = new();

    /// <summary>Empty where the spec has errors: those come first, and from elsewhere.</summary>
    public static EquatableArray<Finding> Of(AdditionalText file, CancellationToken cancellationToken) => Slot(file, cancellationToken).Findings.Value;

    /// <summary>Null where the file shows no name or no description.</summary>
    public static CatalogEntry? EntryOf(AdditionalText file) => Slot(file, CancellationToken.None).Entry.Value;

    private static Opinion Slot(AdditionalText file, CancellationToken cancellationToken) =>
        Known.TryGetValue(file, out var known) ? known : Known.GetValue(file, _ => new(FileText.Of(file, cancellationToken) is { } text ? new SourceText(file.Path, text.ToString()) : null));

    private sealed class Opinion(SourceText? text)
    {
        public Lazy<EquatableArray<Finding>> Findings { get; } = new(() => text is not null && SpecReader.Read(text).Spec is { } spec ? SpecQuality.Find(spec) : []);

        public Lazy<CatalogEntry?> Entry { get; } = new(() => text is null ? null : CatalogEntry.Of(JsonReader.Read(text)));
    }
}
