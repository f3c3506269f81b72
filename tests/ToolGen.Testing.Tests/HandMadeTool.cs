using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Testing.Tests;

/// <summary>A tool written by hand: its answer is a function of arguments and context.</summary>
internal sealed class HandMadeTool(Func<string, ToolContext, ToolResult> answer, params string[] capabilities) : Tool
{
    public string Name { get; init; } = "hand_made";

    public string Version { get; init; } = "1.0.0";

    public override ToolDescriptor Descriptor => field ??= StubDescriptor.Of(this.Name, this.Version, "declared", capabilities);

    public static ToolResult Output(string json) => ToolResult.Success(Encoding.UTF8.GetBytes(json));

    public static ToolResult Error(string code, string pointer = "") => ToolResult.Failure(new ToolError(code, "it is wrong", pointer));

    public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(answer(Encoding.UTF8.GetString(arguments.Span), context));
}
