using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Registry.Retrieval;
using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>An index of ToolGen's over a catalogue, in a folder that goes with it.</summary>
internal sealed class OwnIndex : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-retrieval-").FullName;
    private readonly ToolIndex index;

    public OwnIndex(IReadOnlyList<ToolDocument> tools, RetrievalSettings? settings = null)
    {
        this.index = Open(settings ?? RetrievalSettings.Default);
        this.index.UpdateAsync(tools, 1).AsTask().GetAwaiter().GetResult();
    }

    public IReadOnlyDictionary<string, double> Weights => this.index.Search(new("anything")).Weights;

    /// <summary>Names of the first ten.</summary>
    public IReadOnlyList<string> Search(string text) => [.. this.index.Search(new(text)).Hits.Select(hit => hit.Id)];

    /// <summary>The same index with other constants of the query.</summary>
    public ToolIndex With(RetrievalSettings settings) => this.Open(settings);

    public Quality Measure(IReadOnlyList<Question> questions, RetrievalSettings settings)
    {
        using var with = this.With(settings);
        return Quality.Of(questions, text => [.. with.Search(new(text)).Hits.Select(hit => hit.Id)]);
    }

    public void Dispose()
    {
        this.index.Dispose();
        Directory.Delete(this.folder, recursive: true);
    }

    private ToolIndex Open(RetrievalSettings settings) => ToolIndex.OpenAsync(Path.Combine(this.folder, "index.db"), settings).AsTask().GetAwaiter().GetResult();
}
