using System;
using Microsoft.Extensions.AI;

namespace ToolGen.Registry.Retrieval;

/// <summary>
/// A model that gives texts vectors: one more arm, for needs that share no word with a tool. Texts of tools and requests go to it, so who chooses one that runs elsewhere sends them there. What it gives is checked, and where
/// it gives none the words alone answer.
/// </summary>
/// <param name="Generator">Gives each text a vector; all of one length, at most 4,096 numbers. It stays its owner's.</param>
/// <param name="Hash">What the model is, such as SHA-256 of its file or of its address and name: vectors of another hash are made anew. So are those of a model that gives a text another vector than before, whatever its hash.</param>
public sealed record DenseModel(IEmbeddingGenerator<string, Embedding<float>> Generator, string Hash)
{
    /// <summary>What a search waits for the vector of a request; where it does not come, as long again to see whether the model answers at all. Default two seconds.</summary>
    public TimeSpan QueryTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What an update waits for the vectors of up to 32 texts. Default one minute.</summary>
    public TimeSpan BatchTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a model that failed is not asked. Default half a minute.</summary>
    public TimeSpan RestTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told once when the model fails, and once when it answers again. Null: an update throws where the model fails, when the words are up to date; a search never does.</summary>
    public Action<string>? Log { get; init; }
}
