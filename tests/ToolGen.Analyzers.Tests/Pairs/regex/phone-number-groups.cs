// Normalises telephone numbers; groups of digits with an optional separator match in exponentially many ways.
using System;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class PhoneTools
    {
        [McpServerTool(Name = "normalise_phone", ReadOnly = true), Description("Writes a telephone number with digits only.")]
        public static string? Normalise(string phone) =>
            IsPhone(phone, out var digits) ? digits : null;

        private static bool IsPhone(string phone, out string digits)
        {
            digits = string.Concat(phone.Where(char.IsAsciiDigit));
            return Regex.IsMatch(phone.Trim(), @"^(\+?\d+[\s-]?)+$");
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class PhoneTools
    {
        [McpServerTool(Name = "normalise_phone", ReadOnly = true), Description("Writes a telephone number with digits only.")]
        public static string? Normalise(string phone) =>
            IsPhone(phone, out var digits) ? digits : null;

        private static bool IsPhone(string phone, out string digits)
        {
            digits = string.Concat(phone.Where(char.IsAsciiDigit));
            return digits.Length is >= 5 and <= 15 && Regex.IsMatch(phone.Trim(), @"^\+?\d+(?:[\s-]\d+)*\z");
        }
    }
}
