using System.Collections.Generic;
using System.Globalization;

namespace ToolGen.Specification.Schemas.Values;

/// <summary>Draws that are the same for the same seed, on every runtime: SplitMix64.</summary>
internal sealed class ValueRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>Seeded by the first 16 hexadecimal digits of a hash; by 0 where it has none.</summary>
    public static ValueRandom Of(string hash) =>
        new(hash.Length >= 16 && ulong.TryParse(hash.Substring(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var seed) ? seed : 0);

    /// <summary>From 0 to below a number above 0.</summary>
    public int Below(int end) => (int)(this.Next() % (uint)end);

    public bool Chance(int oneIn) => this.Below(oneIn) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[this.Below(items.Count)];

    private ulong Next()
    {
        unchecked
        {
            this.state += 0x9E3779B97F4A7C15;
            var z = this.state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
