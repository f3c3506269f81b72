using System;
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI;
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
    private readonly IEmbeddingGenerator<string, Embedding<float>> generator;

    /// <param name="url">What stands before <c>/embeddings</c>.</param>
    /// <param name="model">The model's name there.</param>
    /// <param name="key">Sent as <c>Authorization: Bearer</c>; null: nothing is.</param>
    public EmbeddingEndpoint(Uri url, string model, string? key)
    {
        HttpMessageHandler handler = new CappedAnswers(MostBytes, usesProxy: !url.IsLoopback);
        this.http = new(key is null ? new Nameless(handler) : handler) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new OpenAIClientOptions
        {
            Endpoint = url,
            Transport = new HttpClientPipelineTransport(this.http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromMinutes(5),
            ClientLoggingOptions = new() { EnableLogging = false },
        };
        this.generator = new OpenAIClient(new ApiKeyCredential(key ?? "none"), options).GetEmbeddingClient(model).AsIEmbeddingGenerator();
        this.Model = new(this, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri + "\n" + model))));
    }

    /// <summary>For an index.</summary>
    public DenseModel Model { get; }

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await this.generator.GenerateAsync(values, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ClientResultException e)
        {
            throw new HttpRequestException($"it answered with status {e.Status}");
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => this.generator.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    public void Dispose()
    {
        this.generator.Dispose();
        this.http.Dispose();
    }

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
