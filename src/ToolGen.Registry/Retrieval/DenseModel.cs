using Microsoft.Extensions.AI;

namespace ToolGen.Registry.Retrieval;

/// <summary>A model that gives texts vectors: one more arm, for needs that share no word with a tool. Texts of tools and requests go to it, so who chooses one that runs elsewhere sends them there.</summary>
/// <param name="Generator">Gives each text a vector; all of one length, at most 4,096 numbers.</param>
/// <param name="Hash">What the model is, such as SHA-256 of its file: vectors of another hash are made anew.</param>
public sealed record DenseModel(IEmbeddingGenerator<string, Embedding<float>> Generator, string Hash);
