using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Hosting.Recording;

namespace ToolGen.Hosting;

/// <summary>One call on its way through the host; each station adds what it decided.</summary>
internal sealed class HostedCall(string reference, ReadOnlyMemory<byte> arguments, ToolCaller caller, DateTimeOffset at)
{
    private const int LongestReference = 200;

    public long Start { get; } = Stopwatch.GetTimestamp();

    public string Reference => reference;

    public ReadOnlyMemory<byte> Arguments => arguments;

    public ToolCaller Caller => caller;

    public Tool? Tool { get; set; }

    public IToolPlace? Place { get; set; }

    public ToolCallContext? Context { get; set; }

    /// <summary>The run that was not waited for any longer.</summary>
    public Task? Left { get; set; }

    /// <summary>Whether the host refused, before any code of the tool ran.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Ends the call before it began.</summary>
    public ToolResult Refuse(string code, string message)
    {
        this.IsRefused = true;
        return ToolResult.Failure(new ToolError(code, message));
    }

    public CallRecord Record(ToolResult result, TimeSpan duration, ArgumentDetail detail) => new()
    {
        Id = RecordIds.New(at),
        At = at,
        Reference = this.Tool?.Descriptor.Name is { } name && name == reference ? name : Shortened(reference),
        Tool = this.Tool?.Descriptor.Name,
        Version = this.Tool?.Descriptor.Version,
        SpecHash = this.Tool?.Descriptor.SpecHash,
        Caller = caller.Name,
        Conversation = caller.Conversation,
        Place = this.IsRefused ? null : this.Place?.Name,
        Duration = duration,
        Fault = this.IsRefused && this.Tool is not null ? CallFault.Host : CallFaults.Of(result),
        Errors = result.IsError ? Codes(result.Errors) : [],
        InputBytes = arguments.Length,
        Input = ArgumentShape.Of(this.Tool?.Descriptor, arguments, detail),
        OutputBytes = result.Output.Length,
        Used = this.Context?.Used ?? [],
        Calls = this.Context?.Calls ?? [],
        Left = this.Left is not null,
    };

    private static string[] Codes(IReadOnlyList<ToolError> errors) => [.. errors.Select(error => error.Code)];

    private static string Shortened(string text) => text.Length <= LongestReference ? text : text[..(LongestReference - 1)] + "…";
}
