// Measures a path given as a list of coordinates; five thousand characters are far too many for this pattern.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class GeoFunctions
    {
        public static AIFunction PathLength { get; } = AIFunctionFactory.Create(Measure, "path_length");

        [Description("Length of a path, in the unit of its coordinates: x1 y1 x2 y2 …")]
        private static double Measure(string coordinates)
        {
            if (coordinates.Length > 5_000) throw new ArgumentException("At most 5,000 characters.");
            if (!Regex.IsMatch(coordinates, @"^(-?\d+\.?\d*\s*)+$")) throw new ArgumentException("Only numbers.");
            var n = coordinates.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(s => double.Parse(s, CultureInfo.InvariantCulture)).ToArray();
            return Enumerable.Range(0, Math.Max(0, n.Length / 2 - 1)).Sum(i => Math.Sqrt(Math.Pow(n[2 * i + 2] - n[2 * i], 2) + Math.Pow(n[2 * i + 3] - n[2 * i + 1], 2)));
        }
    }
}

namespace Fixed
{
    public static class GeoFunctions
    {
        public static AIFunction PathLength { get; } = AIFunctionFactory.Create(Measure, "path_length");

        [Description("Length of a path, in the unit of its coordinates: x1 y1 x2 y2 …")]
        private static double Measure(string coordinates)
        {
            if (coordinates.Length > 5_000) throw new ArgumentException("At most 5,000 characters.");
            var n = coordinates.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(s => double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw new ArgumentException("Only numbers."))
                .ToArray();
            return Enumerable.Range(0, Math.Max(0, n.Length / 2 - 1)).Sum(i => Math.Sqrt(Math.Pow(n[2 * i + 2] - n[2 * i], 2) + Math.Pow(n[2 * i + 3] - n[2 * i + 1], 2)));
        }
    }
}
