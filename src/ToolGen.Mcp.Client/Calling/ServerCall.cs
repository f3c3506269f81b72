using System;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace ToolGen.Mcp.Client.Calling;

/// <summary>One exchange with a server: it ends in time, and how it fails is said in the words of tools.</summary>
internal static class ServerCall
{
    private const string Gone = "there is no connection to the server";

    /// <exception cref="ToolException"><c>timeout canceled upstream unavailable bad_data</c>, or what <paramref name="exchange"/> itself throws.</exception>
    public static async Task<T> RunAsync<T>(McpClient client, Func<CancellationToken, Task<T>> exchange, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(timeout);
        try
        {
            // A client that is closed while it waits says nothing more.
            var running = exchange(end.Token);
            await Task.WhenAny(running, client.Completion).WaitAsync(end.Token).ConfigureAwait(false);
            return running.IsCompleted ? await running.ConfigureAwait(false) : throw new ToolException(ToolErrorCodes.Unavailable, Gone);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(ToolErrorCodes.Canceled, "the call was canceled");
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            throw new ToolException(ToolErrorCodes.Timeout, $"the server gave no answer in {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
        }
        catch (McpProtocolException e)
        {
            throw new ToolException(ToolErrorCodes.Upstream, $"the server answered with the error {(int)e.ErrorCode}: \"{PlainText.Of(e.Message, PlainText.OfError)}\"");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new ToolException(ToolErrorCodes.BadData, "the server's answer is none of the protocol, or is nested too deep");
        }
        catch (Exception e) when (e is not (ToolException or OutOfMemoryException))
        {
            throw new ToolException(ToolErrorCodes.Unavailable, $"{Gone} ({e.GetType().Name})");
        }
    }
}
