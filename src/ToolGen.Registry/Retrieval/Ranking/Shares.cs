using System.Numerics.Tensors;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>Scores as shares of the best, which is what those of different questions have in common.</summary>
internal static class Shares
{
    public static void Of(float[] scores)
    {
        var most = TensorPrimitives.Max<float>(scores);
        if (most > 0) TensorPrimitives.Divide<float>(scores, most, scores);
    }
}
