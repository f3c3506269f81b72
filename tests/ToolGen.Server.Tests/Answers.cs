using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace ToolGen.Server.Tests;

/// <summary>Calls and what they answer.</summary>
internal static class Answers
{
    public static Task<CallToolResult> AskAsync(this McpClient client, string tool, params (string Name, object? Value)[] arguments) =>
        client.CallToolAsync(tool, arguments.ToDictionary(one => one.Name, one => one.Value)).AsTask();

    public static Task<CallToolResult> MakeAsync(this McpClient client, string spec) => client.AskAsync("make_tool", ("spec", JsonElement.Parse(spec)));

    public static Task<CallToolResult> CallAsync(this McpClient client, string tool, string arguments) => client.AskAsync("call_tool", ("tool", tool), ("arguments", JsonElement.Parse(arguments)));

    public static string Text(this CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    public static string Handle(this CallToolResult result) => result.StructuredContent!.Value.GetProperty("handle").GetString()!;
}
