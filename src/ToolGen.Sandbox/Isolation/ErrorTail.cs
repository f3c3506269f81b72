using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Reads a worker's standard error to its end and keeps how it begins and how it ends: the runtime says first what happened, and last where.</summary>
internal sealed class ErrorTail
{
    private const int Half = 1_000;

    private readonly object gate = new();
    private readonly byte[] head = new byte[Half];
    private readonly byte[] ring = new byte[Half];
    private long count;

    public ErrorTail(Stream errors) => this.Ended = this.ReadAsync(errors);

    public Task Ended { get; }

    /// <summary>What is there so far, at most 2,000 characters; only those that can be seen, and line ends.</summary>
    public string Text
    {
        get
        {
            lock (this.gate)
            {
                var tail = new byte[Math.Clamp(this.count - Half, 0, Half)];
                for (var i = 0; i < tail.Length; i++) tail[i] = this.ring[(this.count - tail.Length + i) % Half];
                var text = Encoding.UTF8.GetString(this.head.AsSpan(0, (int)Math.Min(this.count, Half))) + (this.count > 2 * Half ? "…" : "") + Encoding.UTF8.GetString(tail);
                return string.Create(Math.Min(text.Length, 2 * Half), text, static (shown, text) =>
                {
                    for (var i = 0; i < shown.Length; i++) shown[i] = char.IsControl(text[i]) && text[i] != '\n' ? ' ' : text[i];
                });
            }
        }
    }

    private async Task ReadAsync(Stream errors)
    {
        var buffer = new byte[1_024];
        try
        {
            while (await errors.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var got) this.Add(buffer.AsSpan(0, got));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The worker is gone: this is all it said.
        }
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        lock (this.gate)
        {
            foreach (var one in bytes)
            {
                if (this.count < Half) this.head[this.count] = one;
                this.ring[this.count++ % Half] = one;
            }
        }
    }
}
