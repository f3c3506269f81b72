using System.Collections.Generic;
using System.Threading;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Broker;

/// <summary>What a call has open, by the numbers that its worker knows it by. Thread-safe.</summary>
internal sealed class Handles<T>(string what)
    where T : class
{
    private const int Maximum = 1_024;

    private readonly Dictionary<int, T> open = [];
    private readonly Lock gate = new();
    private int next;

    /// <summary>A number for what was opened; the limit is looked at before anything is.</summary>
    public int Add(T one)
    {
        lock (this.gate)
        {
            this.open.Add(++this.next, one);
            return this.next;
        }
    }

    /// <exception cref="ToolException"><c>limit</c>.</exception>
    public void RequireRoom()
    {
        lock (this.gate)
        {
            if (this.open.Count >= Maximum) throw new ToolException(ToolErrorCodes.Limit, $"more than {Maximum} {what} are open at a time; close some first");
        }
    }

    /// <exception cref="ProtocolException">No worker asks for what it was not given.</exception>
    public T Find(int handle)
    {
        lock (this.gate) return this.open.TryGetValue(handle, out var one) ? one : throw new ProtocolException($"{what} that it has not opened");
    }

    /// <summary>Forgets one.</summary>
    public void Remove(int handle)
    {
        lock (this.gate) this.open.Remove(handle);
    }

    /// <summary>All of them; none are left.</summary>
    public IReadOnlyList<T> Clear()
    {
        lock (this.gate)
        {
            T[] all = [.. this.open.Values];
            this.open.Clear();
            return all;
        }
    }
}
