using System;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Testing.Replay;

/// <summary>Draws that were recorded: numbers from 0 (included) to 1 (excluded), each used once, whatever is made of it.</summary>
public sealed class ReplayRandom : Random
{
    private readonly double[] draws;
    private int next;

    private readonly Action<string> missing;

    private ReplayRandom(double[] draws, Action<string> missing)
        : base(0)
    {
        this.draws = draws;
        this.missing = missing;
    }

    /// <summary>Random numbers of a sample.</summary>
    /// <param name="given">A seed (the same numbers on every machine), a list of draws, or null for the seed 0.</param>
    /// <param name="missing">Told when a draw is asked for that is not recorded.</param>
    public static Random From(JsonNode? given, Action<string> missing) => given switch
    {
        JsonArray list => new ReplayRandom(list.Items.OfType<JsonNumber>().Select(draw => double.Parse(draw.Text, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray(), missing),
        JsonNumber seed when ExactNumber.TryGetInt64(seed.Text, out var value) => new Random(unchecked((int)(value ^ (value >> 32)))),
        _ => new Random(0),
    };

    /// <inheritdoc/>
    protected override double Sample()
    {
        if (this.next == this.draws.Length)
        {
            // The tool may run on with whatever comes: the sample counts as unrecorded either way.
            this.missing($"draw {this.next + 1} of random, where {this.draws.Length} are recorded");
            return 0;
        }

        return Math.Clamp(this.draws[this.next++], 0, Math.BitDecrement(1.0));
    }

    /// <inheritdoc/>
    public override double NextDouble() => this.Sample();

    /// <inheritdoc/>
    public override float NextSingle() => (float)this.Sample();

    /// <inheritdoc/>
    public override int Next() => this.Next(0, int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => this.Next(0, maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => (int)this.NextInt64(minValue, maxValue);

    /// <inheritdoc/>
    public override long NextInt64() => this.NextInt64(0, long.MaxValue);

    /// <inheritdoc/>
    public override long NextInt64(long maxValue) => this.NextInt64(0, maxValue);

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return minValue + (long)(this.Sample() * (maxValue - (double)minValue));
    }

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer) => this.NextBytes(buffer.AsSpan());

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref var one in buffer) one = (byte)this.Next(0, 256);
    }
}
