using System;
using System.IO;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Link;

/// <summary>What it says.</summary>
internal sealed partial class SandboxWorker
{
    /// <summary>What its end takes at most to be seen once it closed its pipe.</summary>
    private static readonly TimeSpan Dying = TimeSpan.FromMilliseconds(500);

    private async Task ReadAsync()
    {
        try
        {
            while (await this.input.NextAsync().ConfigureAwait(false) is { } frame)
            {
                this.Take(frame.Kind, frame.Fields.Span);
                if (this.call is { } call) await call.Effects.RoomAsync().ConfigureAwait(false);
            }

            await this.EndedAsync().ConfigureAwait(false);
        }
        catch (ProtocolException e)
        {
            this.Fail(this.Broken(e));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            await this.EndedAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever it was that this side did not foresee, its call does not wait for ever.
            this.Fail(CallEnd.Failed(SandboxEnd.Protocol, ToolErrorCodes.Internal, $"the tool's process could not be read: {e.GetType().Name}"));
        }
    }

    private void Take(FrameKind kind, ReadOnlySpan<byte> fields)
    {
        var reader = new FrameReader(fields, FrameLimits.Decoded);
        switch (kind)
        {
            case FrameKind.Hello:
                this.TakeHello(ref reader);
                return;
            case FrameKind.Bound:
                this.TakeBound(ref reader);
                return;
        }

        // All others belong to a call.
        var id = reader.Int();
        if (this.call is not { HasEnded: false } call || call.Id != id)
        {
            if (id <= 0 || id > this.next) throw new ProtocolException("a call that was never made");
            if (++this.strays > MaximumStrays) throw new ProtocolException("it goes on after its calls ended");
            return;
        }

        switch (kind)
        {
            case FrameKind.Effect:
                call.Effects.Begin(ref reader);
                break;
            case FrameKind.Abandon:
                call.Effects.Abandon(reader.Int());
                reader.End();
                break;
            case FrameKind.Log:
                if (!call.CountsLog(FrameLimits.LogLines)) throw new ProtocolException("it logs without end");
                call.Effects.Log(ref reader);
                break;
            case FrameKind.Result:
                var result = ResultFields.Read(ref reader);
                reader.End();
                this.TakeResult(call, result);
                break;
        }
    }

    private void TakeHello(ref FrameReader reader)
    {
        var protocol = reader.Int();
        reader.End();
        if (protocol != FrameLimits.Protocol) throw new ProtocolException($"it speaks the protocol {protocol}, this host {FrameLimits.Protocol}");
        if (!this.hello.TrySetResult()) throw new ProtocolException("it said hello twice");
    }

    private void TakeBound(ref FrameReader reader)
    {
        var fault = reader.OptionalText();
        reader.End();
        if (!this.isBinding || this.bound.Task.IsCompleted) throw new ProtocolException("it says that it is bound");
        if (fault is null) this.bound.TrySetResult();
        else this.Fail(CallEnd.Failed(SandboxEnd.NotStarted, ToolErrorCodes.Internal, $"the tool could not be loaded: {ResultFields.Cut(fault, FrameLimits.Message)}"));
    }

    private void TakeResult(WorkerCall call, ToolResult result)
    {
        // Its token fired, and it says so: canceled, where the host knows why.
        if (call.IsLate && result.IsError && result.Errors[0].Code is ToolErrorCodes.Canceled or ToolErrorCodes.Timeout)
        {
            call.End(TimedOut(call));
            return;
        }

        if (!result.IsError)
        {
            if (result.Output.Length > call.Limits.OutputBytes) throw new ProtocolException($"an output of more than {call.Limits.OutputBytes} bytes") { IsTooMuch = true };
            if (call.Output.FaultOf(result.Output) is { } fault) throw new ProtocolException(fault);
        }

        var isMemory = result.IsError && result.Errors[0] is { Code: ToolErrorCodes.Internal } error && error.Message.StartsWith("the tool failed with OutOfMemoryException", StringComparison.Ordinal);
        call.End(
            isMemory ? OutOfMemory("its memory ran out")
            : call.IsLate ? new(result, SandboxEnd.TimedOut, "it answered after its time")
            : call.IsCanceled && result.IsError ? new(result, SandboxEnd.Canceled, "it was canceled")
            : new(result, SandboxEnd.Answered, null));
    }

    /// <summary>The process ended, or closed its pipe, which is the end too.</summary>
    private async Task EndedAsync()
    {
        if (!this.IsAlive) return;
        if (await Task.WhenAny(this.process.Exited, Task.Delay(Dying)).ConfigureAwait(false) != this.process.Exited) this.process.Kill();
        var code = await this.process.Exited.ConfigureAwait(false);
        var said = this.process.Errors.Trim();
        var reason = $"the process ended with code {code}{(said.Length == 0 ? "" : ": " + said)}";
        this.Fail(this.Died(code, said, reason));
    }

    private CallEnd Died(int code, string said, string reason)
    {
        if (!this.bound.Task.IsCompletedSuccessfully) return CallEnd.Failed(SandboxEnd.NotStarted, ToolErrorCodes.Unavailable, $"no worker could be started: its process ended with code {code}", reason);
        if (code == CpuCode || (code == KilledCode && this.process.Processor + TimeSpan.FromSeconds(1) > this.processor))
            return CallEnd.Failed(SandboxEnd.Processor, ToolErrorCodes.Limit, "the tool used more processor time than it may", reason);
        return code == KilledCode || said.Contains("OutOfMemory", StringComparison.Ordinal) || said.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
            ? OutOfMemory(reason)
            : CallEnd.Failed(SandboxEnd.Crashed, ToolErrorCodes.Internal, $"the tool's process ended with code {code}", reason);
    }

    /// <summary>128 and the signal: SIGKILL, which its limits send, and SIGXCPU.</summary>
    private const int KilledCode = 137, CpuCode = 152;

    private static CallEnd OutOfMemory(string reason) => CallEnd.Failed(SandboxEnd.Memory, ToolErrorCodes.Limit, "the tool wanted more memory than it may have", reason);

    private CallEnd Broken(ProtocolException fault) => fault.IsTooMuch && this.call is { } call
        ? CallEnd.Failed(SandboxEnd.Protocol, ToolErrorCodes.Limit, $"the output has more than {call.Limits.OutputBytes} bytes", fault.Message)
        : CallEnd.Failed(SandboxEnd.Protocol, ToolErrorCodes.Internal, "the tool's process broke off", fault.Message);
}
