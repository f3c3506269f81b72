using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ToolGen.Mcp.Client.Calling;

namespace ToolGen.Mcp.Client.Listing;

/// <summary>A server's list of tools: read within limits, and read anew to see whether a tool is still what was imported.</summary>
internal sealed class ServerList
{
    private readonly McpClient client;
    private readonly McpImportOptions options;
    private readonly SemaphoreSlim gate = new(1);
    private volatile Dictionary<string, string> fingerprints = [];
    private long readAt;
    private volatile bool isChanged;

    public ServerList(McpClient client, McpImportOptions options)
    {
        this.client = client;
        this.options = options;
        client.RegisterNotificationHandler(NotificationMethods.ToolListChangedNotification, (_, _) =>
        {
            this.isChanged = true;
            return default;
        });
    }

    public McpClient Client => this.client;

    /// <summary>All tools, in the server's order.</summary>
    /// <exception cref="ToolException">Why there is no list.</exception>
    public async Task<IReadOnlyList<ListedTool>> ReadAsync(CancellationToken cancellationToken)
    {
        this.isChanged = false;
        var tools = await ServerCall.RunAsync(this.client, this.PagesAsync, this.options.Timeout, cancellationToken).ConfigureAwait(false);
        this.fingerprints = tools.GroupBy(tool => tool.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Fingerprint, StringComparer.Ordinal);
        Volatile.Write(ref this.readAt, Stopwatch.GetTimestamp());
        return tools;
    }

    /// <summary>Looks again where it is time to.</summary>
    /// <exception cref="ToolException"><c>denied</c>: the server says something else of the tool now, or has it no more; or there is no list.</exception>
    public async ValueTask RequireUnchangedAsync(ListedTool tool, CancellationToken cancellationToken)
    {
        if (this.IsOld)
        {
            await this.gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (this.IsOld) await this.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                this.isChanged = true;
                throw;
            }
            finally
            {
                this.gate.Release();
            }
        }

        if (!this.fingerprints.TryGetValue(tool.Name, out var now)) throw new ToolException(ToolErrorCodes.Denied, "its server has this tool no more");
        if (now != tool.Fingerprint) throw new ToolException(ToolErrorCodes.Denied, "its server changed this tool since it was imported: a person must look at it and import it again");
    }

    private bool IsOld => this.isChanged || Stopwatch.GetElapsedTime(Volatile.Read(ref this.readAt)) >= this.options.RecheckAfter;

    private async Task<IReadOnlyList<ListedTool>> PagesAsync(CancellationToken cancellationToken)
    {
        var tools = new List<ListedTool>();
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await this.client.ListToolsAsync(new ListToolsRequestParams { Cursor = cursor }, cancellationToken).ConfigureAwait(false);
            tools.AddRange((page.Tools ?? []).Select(tool => tool?.Name is null ? throw new ToolException(ToolErrorCodes.BadData, "the server lists a tool that has no name") : new ListedTool(tool)));
            if (tools.Count > this.options.MaximumTools) throw new ToolException(ToolErrorCodes.Limit, $"the server lists more than {this.options.MaximumTools} tools");
            cursor = page.NextCursor;
            if (cursor is not null && !cursors.Add(cursor)) throw new ToolException(ToolErrorCodes.Upstream, "the server's list comes back to a page that was read already");
            if (cursors.Count >= this.options.MaximumPages) throw new ToolException(ToolErrorCodes.Limit, $"the server's list has more than {this.options.MaximumPages} pages");
        }
        while (cursor is not null);
        return tools;
    }
}
