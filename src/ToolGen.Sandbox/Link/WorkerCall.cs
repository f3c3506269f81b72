using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Broker;

namespace ToolGen.Sandbox.Link;

/// <summary>What came of a call, and what ended it.</summary>
internal readonly record struct CallEnd(ToolResult Result, SandboxEnd End, string? Reason)
{
    public static CallEnd Failed(SandboxEnd end, string code, string message, string? reason = null) => new(ToolResult.Failure(new ToolError(code, message)), end, reason ?? message);
}

/// <summary>The call that a worker runs.</summary>
/// <param name="id">Its number.</param>
/// <param name="limits">Its tool's.</param>
/// <param name="output">What its output is held to.</param>
/// <param name="effects">Serves what it asks for.</param>
internal sealed class WorkerCall(int id, ToolLimits limits, OutputSchema output, EffectBroker effects)
{
    private readonly TaskCompletionSource<CallEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int logLines;
    private volatile bool isCanceled;

    public int Id => id;

    public ToolLimits Limits => limits;

    public OutputSchema Output => output;

    public EffectBroker Effects => effects;

    /// <summary>Its caller gave it up.</summary>
    public bool IsCanceled
    {
        get => this.isCanceled;
        set => this.isCanceled = value;
    }

    /// <summary>Its time is over.</summary>
    public bool IsLate { get; set; }

    public bool HasEnded => this.ended.Task.IsCompleted;

    public Task<CallEnd> Ended => this.ended.Task;

    public bool End(CallEnd end) => this.ended.TrySetResult(end);

    /// <summary>Counts a line of its log.</summary>
    public bool CountsLog(int maximum) => Interlocked.Increment(ref this.logLines) <= maximum;
}
