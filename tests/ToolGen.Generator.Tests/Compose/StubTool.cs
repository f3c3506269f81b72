using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>A tool that a composite calls: its answer is the test's.</summary>
internal sealed class StubTool(string name, Func<string, CancellationToken, Task<string>> answer, string version = "1.0.0") : Tool
{
    private int calls;

    public int Calls => this.calls;

    public override ToolDescriptor Descriptor { get; } = StubDescriptor.Of(name, version);

    /// <summary>Answers always the same.</summary>
    public static StubTool Of(string name, string answer) => new(name, (_, _) => Task.FromResult(answer));

    /// <summary>Fails always the same.</summary>
    public static StubTool Failing(string name, string code) => new(name, (_, _) => throw new ToolException(code, "the stub said so"));

    public override async ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref this.calls);
        try
        {
            return ToolResult.Success(Encoding.UTF8.GetBytes(await answer(Encoding.UTF8.GetString(arguments.Span), cancellationToken)));
        }
        catch (ToolException e)
        {
            return ToolResult.Failure(new ToolError(e.Code, e.Message));
        }
        catch (OperationCanceledException)
        {
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Canceled, "the call was canceled"));
        }
    }
}
