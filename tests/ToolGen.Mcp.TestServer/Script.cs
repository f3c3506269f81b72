using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ToolGen.Mcp.TestServer;

/// <summary>
/// A server that says what a file says at the time: <c>{"pages": [[tool, …], …], "answers": {name: result}}</c>. Without <c>pages</c> it never answers a request for its list;
/// each call is a line of <c>FILE.calls</c>.
/// </summary>
internal sealed class Script(string file)
{
    public async ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> request, CancellationToken cancellationToken)
    {
        if (!this.Read().TryGetProperty("pages", out var pages)) await Task.Delay(Timeout.Infinite, cancellationToken);
        var page = request.Params?.Cursor is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        return new()
        {
            Tools = pages[page].Deserialize<List<ModelContextProtocol.Protocol.Tool>>(McpJsonUtilities.DefaultOptions)!,
            NextCursor = page + 1 < pages.GetArrayLength() ? (page + 1).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var call = request.Params!;
        await File.AppendAllTextAsync(file + ".calls", $"{call.Name} {JsonSerializer.Serialize(call.Arguments?.ToDictionary())}\n", cancellationToken);
        return this.Read().GetProperty("answers").GetProperty(call.Name).Deserialize<CallToolResult>(McpJsonUtilities.DefaultOptions)!;
    }

    private JsonElement Read() => JsonElement.Parse(File.ReadAllBytes(file));
}
