// Gives the result of a calculation with a number of digits; the bound is applied to a copy, the given number goes into the format.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class MathTools
    {
        [McpServerTool, Description("Raises a number to a power.")]
        public string Power(double number, int exponent, [Description("Digits after the point, up to 15.")] int digits)
        {
            var shown = Math.Min(digits, 15);
            var result = Math.Round(Math.Pow(number, exponent), Math.Max(shown, 0));
            return result.ToString($"F{digits}", CultureInfo.InvariantCulture);
        }

        [McpServerTool, Description("Writes an integer with leading zeros.")]
        public string ZeroPadded(long value, int length) => new BigInteger(value).ToString("D" + length, CultureInfo.InvariantCulture);
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class MathTools
    {
        [McpServerTool, Description("Raises a number to a power.")]
        public string Power(double number, int exponent, [Description("Digits after the point, up to 15.")] int digits)
        {
            var shown = Math.Clamp(digits, 0, 15);
            var result = Math.Round(Math.Pow(number, exponent), shown);
            return result.ToString($"F{shown}", CultureInfo.InvariantCulture);
        }

        [McpServerTool, Description("Writes an integer with leading zeros.")]
        public string ZeroPadded(long value, int length)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 64);
            return new BigInteger(value).ToString("D" + length, CultureInfo.InvariantCulture);
        }
    }
}
