using System;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace ToolGen.Benchmarks.Calls;

/// <summary>One case made ready: the three forms behind one signature, arguments as UTF-8 or as an element.</summary>
internal sealed class CallForms(CallCase one)
{
    private static readonly ToolContext Context = new SystemToolContext();
    private readonly Tool tool = one.Tool();
    private readonly Tool hand = one.ByHand();
    private readonly AIFunction function = one.Make();

    /// <summary>The output as JSON; null where the arguments are refused.</summary>
    public string? OfTool(string arguments) => Answer(this.tool, arguments);

    /// <inheritdoc cref="OfTool"/>
    public string? OfHand(string arguments) => Answer(this.hand, arguments);

    /// <inheritdoc cref="OfTool"/>
    public string? OfFactory(string arguments)
    {
        try
        {
            return this.function.InvokeAsync(FactoryFunction.Arguments(JsonDocument.Parse(arguments).RootElement)).AsTask().GetAwaiter().GetResult()!.ToString();
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NotSupportedException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>What does so many calls, for each form: by hand, by ToolGen, by the factory.</summary>
    public Action<int>[] Callers(bool asElement)
    {
        var utf8 = Encoding.UTF8.GetBytes(one.Right[0]);
        var element = JsonDocument.Parse(utf8).RootElement;
        return asElement
            ?
            [
                times => { for (var i = 0; i < times; i++) Done(this.hand.CallAsync(element, Context)); },
                times => { for (var i = 0; i < times; i++) Done(this.tool.CallAsync(element, Context)); },
                times => { for (var i = 0; i < times; i++) Done(this.function.InvokeAsync(FactoryFunction.Arguments(element))); },
            ]
            :
            [
                times => { for (var i = 0; i < times; i++) Done(this.hand.CallAsync(utf8, Context)); },
                times => { for (var i = 0; i < times; i++) Done(this.tool.CallAsync(utf8, Context)); },
                times =>
                {
                    for (var i = 0; i < times; i++)
                    {
                        using var document = JsonDocument.Parse(utf8);
                        Done(this.function.InvokeAsync(FactoryFunction.Arguments(document.RootElement)));
                    }
                },
            ];
    }

    private static string? Answer(Tool tool, string arguments)
    {
        var result = tool.CallAsync(Encoding.UTF8.GetBytes(arguments), Context).AsTask().GetAwaiter().GetResult();
        return result.IsError ? null : Encoding.UTF8.GetString(result.Output.Span);
    }

    private static void Done<T>(ValueTask<T> call)
    {
        if (!call.IsCompletedSuccessfully) throw new InvalidOperationException("a call that waits for nothing waits");
        if (call.Result is ToolResult { IsError: true } result) throw new InvalidOperationException(result.Errors[0].Message);
    }
}
