using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>What a model reads of a tool, and what is taken of its answers.</summary>
internal static class DenseText
{
    public const int MaxDimensions = 4_096;

    private const int MaxText = 8_000;

    public static string Of(ToolDocument tool, IReadOnlyList<string> asks)
    {
        var lines = new List<string> { tool.Title is { } title ? $"{tool.Name}: {title}" : tool.Name, tool.Description };
        lines.AddRange(tool.Parameters.Take(50).Select(parameter => parameter.Description is { } description ? $"{parameter.Name}: {description}" : parameter.Name));
        lines.AddRange(asks);
        var text = string.Join('\n', lines.Where(line => line.Length > 0));
        return text.Length > MaxText ? text[..MaxText] : text;
    }

    /// <summary>The vectors, each of length one.</summary>
    /// <param name="given">What the model gave.</param>
    /// <param name="texts">For how many texts.</param>
    /// <param name="dimensions">How many numbers a vector has; 0: it is not known yet.</param>
    /// <exception cref="InvalidOperationException">It is not what was asked for.</exception>
    public static IReadOnlyList<float[]> Checked(GeneratedEmbeddings<Embedding<float>> given, int texts, int dimensions)
    {
        if (given.Count != texts) throw new InvalidOperationException($"the model of embeddings gave {given.Count} vectors for {texts} texts");
        var vectors = new List<float[]>(texts);
        foreach (var one in given)
        {
            var count = one.Vector.Length;
            var vector = count is > 0 and <= MaxDimensions ? one.Vector.ToArray() : [];
            var length = vector.Length > 0 ? TensorPrimitives.Norm<float>(vector) : float.NaN;
            if (dimensions == 0) dimensions = count;
            if (!float.IsFinite(length) || count != dimensions)
                throw new InvalidOperationException($"the model of embeddings gave a vector of {count} numbers that is none of 1 to {MaxDimensions} finite ones, as many as in the others");
            if (length > 0) TensorPrimitives.Divide<float>(vector, length, vector);
            vectors.Add(vector);
        }

        return vectors;
    }
}
