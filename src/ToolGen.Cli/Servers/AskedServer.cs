using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ToolGen.Forge.Evidence;
using ToolGen.Mcp.Client;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Servers;

/// <summary>Where a server is: a command that starts it, or an address.</summary>
/// <param name="Command">Empty where there is an address.</param>
/// <param name="Url">Null where there is a command.</param>
/// <param name="Bearer">A token for the address; null: none.</param>
internal sealed record AskedServer(IReadOnlyList<string> Command, Uri? Url, string? Bearer)
{
    private const int MostCharacters = 300;

    /// <summary>Connects, reads the list of tools, and ends the connection, whatever comes.</summary>
    /// <exception cref="UsageException">There is no such program.</exception>
    /// <exception cref="ServerException">It does not answer as a server does.</exception>
    public async Task<ImportedTools> AskAsync(string name, McpImportOptions options, CancellationToken cancellationToken)
    {
        if (this.Url is not null)
        {
            using var http = new HttpClient(new CappedAnswers()) { Timeout = Timeout.InfiniteTimeSpan };
            return await ListAsync(this.Http(http, options.Timeout), name, options, () => Task.FromResult(""), cancellationToken).ConfigureAwait(false);
        }

        await using var process = ServerProcess.Start(this.Command);
        return await ListAsync(new StreamClientTransport(process.Input, new CappedStream(process.Output, new())), name, options, process.EndAsync, cancellationToken).ConfigureAwait(false);
    }

    private HttpClientTransport Http(HttpClient http, TimeSpan timeout)
    {
        var options = new HttpClientTransportOptions { Endpoint = this.Url!, TransportMode = HttpTransportMode.StreamableHttp, ConnectionTimeout = timeout };
        if (this.Bearer is not null) options.AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + this.Bearer };
        return new(options, http);
    }

    private static async Task<ImportedTools> ListAsync(IClientTransport transport, string name, McpImportOptions options, Func<Task<string>> end, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(options.Timeout * 2);
        try
        {
            // A program that is still being fetched answers late; only then is it taken for one of an older protocol.
            var about = new McpClientOptions { ClientInfo = new() { Name = "toolgen", Version = ToolgenVersion.Current }, InitializationTimeout = options.Timeout, DiscoverProbeTimeout = options.Timeout / 2 };
            var client = await McpClient.CreateAsync(transport, about, cancellationToken: late.Token).WaitAsync(late.Token).ConfigureAwait(false);
            try
            {
                return await client.ImportToolsAsync(name, options, late.Token).ConfigureAwait(false);
            }
            finally
            {
                // What is still to be said to the other side is not worth waiting for.
                var last = end();
                await client.DisposeAsync().AsTask().WaitAsync(ServerProcess.Patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await last.ConfigureAwait(false);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (ToolException e)
        {
            throw new ServerException($"{e.Code}: {e.Message}", await end().ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            throw new ServerException($"timeout: there was no connection in {(options.Timeout * 2).TotalSeconds} s", await end().ConfigureAwait(false));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new ServerException("unavailable: " + Short(e.Message), await end().ConfigureAwait(false));
        }
    }

    // The server has a say in it.
    private static string Short(string message) => ShownText.Cut(message.ReplaceLineEndings(" "), MostCharacters);
}

/// <summary>A server that cannot be asked: exit code 1, with a sentence and what it wrote to standard error.</summary>
internal sealed class ServerException(string message, string errors) : Exception(message)
{
    public string Errors => errors;
}
