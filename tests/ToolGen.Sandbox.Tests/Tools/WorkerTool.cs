using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Tests.Tools;

/// <summary>
/// A tool written by hand, of this very assembly: a worker loads the assembly of the tests and finds the class in it. It takes one text
/// and gives one text, both JSON.
/// </summary>
public abstract class WorkerTool : Tool
{
    private static readonly byte[] Anything = "{}"u8.ToArray();

    public override ToolDescriptor Descriptor => field ??= new()
    {
        Name = this.GetType().Name,
        Description = "A tool of the tests.",
        Version = "1.0.0",
        Kind = "declared",
        InputSchema = Anything,
        OutputSchema = Anything,
        McpTool = Anything,
        Annotations = default,
        Capabilities = this.Capabilities,
        SpecHash = "",
    };

    protected virtual IReadOnlyList<string> Capabilities => [];

    public override async ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var argument = arguments.IsEmpty ? "" : JsonSerializer.Deserialize<string>(arguments.Span)!;
            return ToolResult.Success(JsonSerializer.SerializeToUtf8Bytes(await this.RunAsync(argument, context, cancellationToken)));
        }
        catch (ToolException e)
        {
            return ToolResult.Failure(new ToolError(e.Code, e.Message, e.Pointer));
        }
        catch (OperationCanceledException)
        {
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Canceled, "the tool was canceled"));
        }
        catch (Exception e)
        {
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Internal, $"the tool failed with {e.GetType().Name}"));
        }
    }

    protected abstract ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken);

    /// <summary>A text as an argument.</summary>
    public static byte[] Argument(string text) => JsonSerializer.SerializeToUtf8Bytes(text);

    /// <summary>The text of a result, or its errors.</summary>
    public static string Text(ToolResult result) => result.IsError ? result.ErrorText() : JsonSerializer.Deserialize<string>(Encoding.UTF8.GetString(result.Output.Span))!;
}
