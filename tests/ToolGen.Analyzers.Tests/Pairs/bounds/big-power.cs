// Raises a whole number to a power and writes it out; base and exponent of any size are computed exactly.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class PowerFunction
    {
        public static readonly AIFunction Tool = AIFunctionFactory.Create(
            ([Description("Whole number")] string number, [Description("Exponent")] int exponent) => Power(number, exponent),
            "power", "Raises a whole number to a power, exactly.");

        private static string Power(string number, int exponent)
        {
            if (!BigInteger.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || exponent < 0)
            {
                return "not a number";
            }

            return BigInteger.Pow(value, exponent).ToString(CultureInfo.InvariantCulture);
        }
    }
}

namespace Fixed
{
    public static class PowerFunction
    {
        private const long MaxBits = 20_000;

        public static readonly AIFunction Tool = AIFunctionFactory.Create(
            ([Description("Whole number")] string number, [Description("Exponent")] int exponent) => Power(number, exponent),
            "power", "Raises a whole number to a power, exactly, up to about 6,000 digits.");

        private static string Power(string number, int exponent)
        {
            if (number.Length > 1000
                || !BigInteger.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                || exponent < 0)
            {
                return "not a number";
            }

            if (value.GetBitLength() * exponent > MaxBits)
            {
                return "the result would be too long";
            }

            return BigInteger.Pow(value, exponent).ToString(CultureInfo.InvariantCulture);
        }
    }
}
