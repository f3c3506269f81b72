using System;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>Random numbers of a host that pins or records them: each draw is the host's.</summary>
internal sealed class RemoteRandom(RemoteCall call) : Random(0)
{
    public override int Next() => (int)this.Integer(DrawKind.Int, 0, 0);

    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)this.Integer(DrawKind.IntBelow, 0, maxValue);
    }

    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (int)this.Integer(DrawKind.IntBetween, minValue, maxValue);
    }

    public override long NextInt64() => this.Integer(DrawKind.Long, 0, 0);

    public override long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return this.Integer(DrawKind.LongBelow, 0, maxValue);
    }

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return this.Integer(DrawKind.LongBetween, minValue, maxValue);
    }

    public override double NextDouble() => this.Draw(DrawKind.Double, 0, 0).Reader.Double();

    public override float NextSingle() => (float)this.Draw(DrawKind.Single, 0, 0).Reader.Double();

    public override void NextBytes(byte[] buffer) => this.NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var bytes = this.Draw(DrawKind.Bytes, 0, Math.Min(buffer.Length, FrameLimits.Chunk)).Reader.Bytes();
            bytes.CopyTo(buffer);
            buffer = buffer[bytes.Length..];
        }
    }

    protected override double Sample() => this.NextDouble();

    private long Integer(DrawKind kind, long from, long to) => this.Draw(kind, from, to).Reader.Long();

    private Answer Draw(DrawKind kind, long from, long to) => call.Ask(EffectKind.Draw, frame => frame.Byte((byte)kind).Long(from).Long(to));
}
