using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics.Tensors;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>What a model reads of a tool, and the vectors that it gives, each of length one.</summary>
internal static class DenseText
{
    public const int MaxDimensions = 4_096;

    private const int MaxText = 8_000;
    private const int Batch = 64;

    public static string Of(ToolDocument tool, IReadOnlyList<string> asks)
    {
        var lines = new List<string> { tool.Title is { } title ? $"{tool.Name}: {title}" : tool.Name, tool.Description };
        lines.AddRange(tool.Parameters.Take(50).Select(parameter => parameter.Description is { } description ? $"{parameter.Name}: {description}" : parameter.Name));
        lines.AddRange(asks);
        var text = string.Join('\n', lines.Where(line => line.Length > 0));
        return text.Length > MaxText ? text[..MaxText] : text;
    }

    /// <summary>A vector for each text.</summary>
    public static async ValueTask<IReadOnlyList<float[]>> VectorsAsync(DenseModel model, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var vectors = new List<float[]>(texts.Count);
        foreach (var batch in texts.Chunk(Batch))
        {
            var given = await model.Generator.GenerateAsync(batch, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (given.Count != batch.Length) throw new InvalidOperationException($"the model of embeddings gave {given.Count} vectors for {batch.Length} texts");
            foreach (var one in given)
            {
                var vector = one.Vector.ToArray();
                var length = vector.Length is > 0 and <= MaxDimensions ? TensorPrimitives.Norm<float>(vector) : float.NaN;
                if (!float.IsFinite(length) || (vectors.Count > 0 && vectors[0].Length != vector.Length))
                    throw new InvalidOperationException($"the model of embeddings gave a vector of {vector.Length} numbers that is none of 1 to {MaxDimensions} finite ones, as many as in the others");
                if (length > 0) TensorPrimitives.Divide<float>(vector, length, vector);
                vectors.Add(vector);
            }
        }

        return vectors;
    }
}
