using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace ToolGen.Registry.Tests.Retrieval;

/// <summary>Words by their hash, a few by their meaning.</summary>
internal sealed class MeaningModel : IEmbeddingGenerator<string, Embedding<float>>
{
    public int Dimensions { get; init; } = 64;

    public bool IsSilly { get; init; }

    public int Turn { get; init; }

    public string? Refused { get; init; }

    public Func<string, string> Meaning { get; init; } = word => word is "vehicle" or "automobile" or "car" ? "car" : word;

    public Fault Fault { get; set; }

    /// <summary>Texts that were given a vector; the one that tells models apart is not among them.</summary>
    public int Texts { get; private set; }

    public int Questions { get; private set; }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        this.Questions++;
        if (this.Fault == Fault.Throws) throw new InvalidOperationException("it fails");
        if (this.Fault == Fault.Hangs) await Task.Delay(Timeout.Infinite, CancellationToken.None);
        var all = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in this.Fault == Fault.TooFew ? [] : values)
        {
            if (this.Refused is { } refused && text.Contains(refused, StringComparison.Ordinal)) throw new NotSupportedException("this text is too long");
            if (text != "toolgen") this.Texts++;
            all.Add(new(this.Vector(text)));
        }

        return all;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private float[] Vector(string text)
    {
        var vector = new float[this.Fault == Fault.OtherLength ? this.Dimensions + 1 : this.Dimensions];
        if (this.Fault == Fault.NoNumbers) Array.Fill(vector, float.NaN);
        foreach (var word in this.IsSilly ? [Hash(text).ToString(System.Globalization.CultureInfo.InvariantCulture)[..1]] : text.ToLowerInvariant().Split(' ', '_', ':', '.', '\n'))
            if (word.Length > 0 && vector.Length > 0) vector[(Hash(this.Meaning(word)) + this.Turn) % vector.Length] += 1;
        return vector;
    }

    private static int Hash(string text) => text.Aggregate(7, (hash, c) => ((hash * 31) + c) & 0xFFFF);
}

/// <summary>How a model fails.</summary>
public enum Fault
{
    None,
    Throws,
    Hangs,
    NoNumbers,
    TooFew,
    OtherLength,
}
