using System;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Broker;

/// <summary>Clock, random numbers, zones, settings.</summary>
internal sealed class BasicEffects(ToolContext context)
{
    private Random? random;

    public Effect Read(EffectKind kind, ref FrameReader reader)
    {
        switch (kind)
        {
            case EffectKind.Now:
                return (answer, _) =>
                {
                    var now = context.Now;
                    answer.Long(now.Ticks).Long(now.Offset.Ticks);
                    return default;
                };
            case EffectKind.Random:
                return (answer, _) =>
                {
                    this.random = context.Random;

                    // Where nobody pins or records them, any others are as good.
                    answer.Bool(ReferenceEquals(this.random, Random.Shared));
                    return default;
                };
            case EffectKind.Draw:
                return this.ReadDraw(ref reader);
            case EffectKind.Zone:
                var zone = reader.Text();
                return (answer, _) =>
                {
                    var known = context.Zone(zone);

                    // The machine's own rules are the worker's too, and .NET does not read all that it writes of them.
                    var isMachines = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var own) && own.Equals(known);
                    answer.OptionalText(isMachines ? null : known.ToSerializedString());
                    return default;
                };
            case EffectKind.Setting:
                var name = reader.Text();
                return (answer, _) =>
                {
                    answer.Text(context.Setting(name));
                    return default;
                };
            default:
                throw new ProtocolException($"an effect of the kind {(byte)kind}");
        }
    }

    private Effect ReadDraw(ref FrameReader reader)
    {
        var kind = (DrawKind)reader.Byte();
        var (from, to) = (reader.Long(), reader.Long());
        if (this.random is not { } random) throw new ProtocolException("a draw before there were random numbers");
        return (answer, _) =>
        {
            Draw(kind, from, to, random, answer);
            return default;
        };
    }

    private static void Draw(DrawKind kind, long from, long to, Random random, FrameWriter answer)
    {
        switch (kind)
        {
            case DrawKind.Int:
                answer.Long(random.Next());
                break;
            case DrawKind.IntBelow:
                answer.Long(random.Next(checked((int)to)));
                break;
            case DrawKind.IntBetween:
                answer.Long(random.Next(checked((int)from), checked((int)to)));
                break;
            case DrawKind.Long:
                answer.Long(random.NextInt64());
                break;
            case DrawKind.LongBelow:
                answer.Long(random.NextInt64(to));
                break;
            case DrawKind.LongBetween:
                answer.Long(random.NextInt64(from, to));
                break;
            case DrawKind.Double:
                answer.Double(random.NextDouble());
                break;
            case DrawKind.Single:
                answer.Double(random.NextSingle());
                break;
            case DrawKind.Bytes when to is >= 0 and <= FrameLimits.Chunk:
                random.NextBytes(answer.Room((int)to));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }
}
