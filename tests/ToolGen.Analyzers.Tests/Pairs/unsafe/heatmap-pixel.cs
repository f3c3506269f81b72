// Reads a cell of a heat map; the upper bounds are checked, a negative row reads memory before the array.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class HeatMap(int width, int height)
    {
        private readonly float[] cells = new float[width * height];

        public float this[int x, int y]
        {
            get
            {
                if (x >= width || y >= height) return float.NaN;
                return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cells), y * width + x);
            }
        }
    }

    public static class WeatherTools
    {
        private static readonly HeatMap Map = new(360, 180);

        public static AIFunction Temperature() => AIFunctionFactory.Create(
            (int longitude, int latitude) => Map[longitude, latitude],
            "temperature_at",
            "Temperature at a cell of the map.");
    }
}

namespace Fixed
{
    public sealed class HeatMap(int width, int height)
    {
        private readonly float[] cells = new float[width * height];

        public float this[int x, int y]
        {
            get
            {
                ArgumentOutOfRangeException.ThrowIfNegative(x);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, width);
                ArgumentOutOfRangeException.ThrowIfNegative(y);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, height);
                return cells[y * width + x];
            }
        }
    }

    public static class WeatherTools
    {
        private static readonly HeatMap Map = new(360, 180);

        public static AIFunction Temperature() => AIFunctionFactory.Create(
            (int longitude, int latitude) => Map[longitude, latitude],
            "temperature_at",
            "Temperature at a cell of the map.");
    }
}
