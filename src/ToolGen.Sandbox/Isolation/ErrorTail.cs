using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Reads a worker's standard error to its end and keeps the last of it, however much there is.</summary>
internal sealed class ErrorTail
{
    private const int Kept = 2_000;

    private readonly object gate = new();
    private readonly byte[] ring = new byte[Kept];
    private long count;

    public ErrorTail(Stream errors) => this.Ended = this.ReadAsync(errors);

    public Task Ended { get; }

    /// <summary>What is there so far; only characters that can be seen, and line ends.</summary>
    public string Text
    {
        get
        {
            lock (this.gate)
            {
                var kept = (int)Math.Min(this.count, Kept);
                var bytes = new byte[kept];
                for (var i = 0; i < kept; i++) bytes[i] = this.ring[(this.count - kept + i) % Kept];
                return string.Create(Encoding.UTF8.GetCharCount(bytes), bytes, static (text, bytes) =>
                {
                    Encoding.UTF8.GetChars(bytes, text);
                    foreach (ref var one in text)
                        if (char.IsControl(one) && one != '\n') one = ' ';
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
            foreach (var one in bytes) this.ring[this.count++ % Kept] = one;
        }
    }
}
