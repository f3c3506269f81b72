using System.Numerics.Tensors;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>A request as a vector, as long as those of the tools; in the self-test also the tool's vector without the part that is asked with.</summary>
internal sealed record DenseRequest(float[] Vector, float[]? Held = null)
{
    /// <summary>How like each tool is: the cosine of the angle between, all against all.</summary>
    public void Score(DenseVectors vectors, float[] scores, HeldOut? held)
    {
        for (var tool = 0; tool < scores.Length; tool++)
        {
            var like = TensorPrimitives.Dot<float>(this.Vector, this.Held is not null && held?.Tool == tool ? this.Held : vectors[tool]);
            scores[tool] = float.IsFinite(like) && like > 0 ? like : 0;
        }
    }
}
