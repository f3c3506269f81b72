using System;
using System.IO;
using System.Text;

namespace ToolGen.Transforms;

/// <summary>The characters of a reader as UTF-8, in a window that grows only as far as one record needs.</summary>
internal sealed class Utf8Source(TextReader reader)
{
    private const int MaxWindow = 64 * 1024 * 1024;

    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private readonly char[] chars = new char[16 * 1024];
    private byte[] window = new byte[64 * 1024];
    private int start;
    private int end;
    private bool isFirst = true;

    /// <summary>The line that the window begins on, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Whether the window reaches to the end of the text.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>What was read and not taken.</summary>
    public ReadOnlySpan<byte> Window => this.window.AsSpan(this.start, this.end - this.start);

    /// <summary>Drops the first bytes of the window.</summary>
    public void Advance(int count)
    {
        this.Line += this.Window[..count].Count((byte)'\n');
        this.start += count;
    }

    /// <summary>Reads more behind what the window holds, as much again where it holds much; at the end of the text the window is final.</summary>
    public void Fill()
    {
        for (var wanted = this.end - this.start; wanted >= 0 && !this.IsFinal;)
        {
            var count = reader.Read(this.chars, 0, this.chars.Length);
            this.IsFinal = count == 0;
            ReadOnlySpan<char> part = this.chars.AsSpan(0, count);
            if (this.isFirst && count > 0 && part[0] == '\uFEFF') part = part[1..];
            this.isFirst = false;
            this.Reserve(Encoding.UTF8.GetMaxByteCount(part.Length));
            var written = this.encoder.GetBytes(part, this.window.AsSpan(this.end), this.IsFinal);
            this.end += written;
            wanted -= Math.Max(written, 1);
        }
    }

    private void Reserve(int more)
    {
        if (this.end + more <= this.window.Length) return;
        var held = this.end - this.start;
        if (held + more > MaxWindow) throw new ToolException(ToolErrorCodes.Limit, $"one record is longer than {MaxWindow >> 20} MiB");
        var target = held + more > this.window.Length / 2 ? new byte[Math.Max(held + more, this.window.Length * 2)] : this.window;
        this.Window.CopyTo(target);
        this.window = target;
        this.start = 0;
        this.end = held;
    }
}
