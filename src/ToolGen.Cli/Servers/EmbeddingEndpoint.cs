using System;
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Cli.Servers;

/// <summary>
/// A model of embeddings at an address, in the form of OpenAI. What it answers is a stranger's: so many bytes, no redirect, no second try, and of a refusal the status alone is told. How long it may take and what its vectors must be
/// is for <see cref="ToolIndex"/> to say.
/// </summary>
internal sealed class EmbeddingEndpoint : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Twice what the largest answer has: vectors of 32 texts, 4,096 numbers each.</summary>
    private const long MostBytes = 8L << 20;

    private readonly HttpClient http;
    private readonly EmbeddingClient client;

    /// <param name="url">What stands before <c>/embeddings</c>.</param>
    /// <param name="model">The model's name there.</param>
    /// <param name="key">Sent as <c>Authorization: Bearer</c>; null: nothing is.</param>
    public EmbeddingEndpoint(Uri url, string model, string? key)
    {
        HttpMessageHandler handler = new CappedAnswers(MostBytes, staysHere: url.IsLoopback);
        this.http = new(key is null ? new Nameless(handler) : handler) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new OpenAIClientOptions
        {
            Endpoint = url,
            Transport = new HttpClientPipelineTransport(this.http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromMinutes(5),
            ClientLoggingOptions = new() { EnableLogging = false },
        };
        this.client = new OpenAIClient(new ApiKeyCredential(key ?? "none"), options).GetEmbeddingClient(model);
        this.Model = new(this, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri + "\n" + model))));
    }

    /// <summary>For an index.</summary>
    public DenseModel Model { get; }

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            string[] texts = [.. values];
            var given = (await this.client.GenerateEmbeddingsAsync(texts, cancellationToken: cancellationToken).ConfigureAwait(false)).Value;

            // Each says of which text it is: in another order, a tool would have another one's for good.
            var ordered = given.OrderBy(one => one.Index).ToArray();
            for (var i = 0; i < ordered.Length; i++)
                if (ordered.Length != texts.Length || ordered[i].Index != i) throw new HttpRequestException($"it gave {ordered.Length} vectors for {texts.Length} texts, and not one for each");
            return new(ordered.Select(one => new Embedding<float>(one.ToFloats())));
        }
        catch (ClientResultException e)
        {
            throw new HttpRequestException(e.Status == 0 ? "it can't be reached" : $"it answered with status {e.Status}");
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType == typeof(EmbeddingClient) ? this.client : null;

    /// <inheritdoc/>
    public void Dispose() => this.http.Dispose();

    /// <summary>Without a key none is sent.</summary>
    private sealed class Nameless(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = null;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
