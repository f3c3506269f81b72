using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker;

/// <summary>The way to the host: frames there, and the answers that are waited for. Thread-safe.</summary>
internal sealed class HostLink(Stream output)
{
    private readonly Dictionary<int, TaskCompletionSource<byte[]>> waiting = [];
    private readonly Lock writing = new();
    private int next;

    public void Send(ReadOnlyMemory<byte> frame)
    {
        lock (this.writing)
        {
            output.Write(frame.Span);
            output.Flush();
        }
    }

    /// <summary>A number that no effect of this process has had.</summary>
    public int Number() => Interlocked.Increment(ref this.next);

    /// <summary>Sends an effect; the task ends with the fields of its answer, behind its number.</summary>
    public Task<byte[]> Ask(int id, ReadOnlyMemory<byte> frame)
    {
        var answer = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (this.waiting) this.waiting.Add(id, answer);
        this.Send(frame);
        return answer.Task;
    }

    /// <summary>Nobody waits for it any more; false where its answer came.</summary>
    public bool Forget(int id)
    {
        lock (this.waiting) return this.waiting.Remove(id);
    }

    /// <summary>Nobody answers it: the call that asked has ended.</summary>
    public void Refuse(int id)
    {
        TaskCompletionSource<byte[]>? answer;
        lock (this.waiting)
        {
            if (!this.waiting.Remove(id, out answer)) return;
        }

        answer.SetException(RemoteCall.Ended());
    }

    /// <summary>The same for all that is waited for, between two calls.</summary>
    public void RefuseAll()
    {
        int[] all;
        lock (this.waiting) all = [.. this.waiting.Keys];
        foreach (var id in all) this.Refuse(id);
    }

    /// <summary>Hands an answer to the one who waits; an answer that nobody waits for is dropped.</summary>
    public void Take(byte[] fields)
    {
        TaskCompletionSource<byte[]>? answer;
        var id = new FrameReader(fields).Int();
        lock (this.waiting)
        {
            if (!this.waiting.Remove(id, out answer)) return;
        }

        answer.SetResult(fields);
    }
}
