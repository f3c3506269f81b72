using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace ToolGen.Server.Stdio;

/// <summary>The protocol over a pair of streams: one client, which is the process at the other end.</summary>
public static class StdioFront
{
    /// <summary>Bytes of one message: a spec, its C# and its samples fit, with what JSON makes of them.</summary>
    internal const int MaximumMessage = 4 << 20;

    /// <summary>Serves until the input ends or it is stopped.</summary>
    /// <param name="server">Made with the caller that the process is.</param>
    /// <param name="input">Messages, a line each.</param>
    /// <param name="output">Takes messages of the protocol and nothing else.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(ToolServer server, Stream input, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        var options = new McpServerOptions();
        server.Configure(options);
        await using var transport = new StreamServerTransport(new LineLimit(input, MaximumMessage), output, "toolgen");
        await using var session = McpServer.Create(transport, options);
        try
        {
            await session.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how a server ends.
        }
    }
}
