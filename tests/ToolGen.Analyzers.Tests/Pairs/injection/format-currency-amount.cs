// Shows an amount of money in a numeric format that the model chooses; a precision such as F900000000 eats the memory.
using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class MoneyTools
    {
        [McpServerTool, Description("Converts and shows an amount.")]
        public static string Convert(decimal amount, decimal rate, [Description("A .NET number format, such as N2.")] string format = "N2")
        {
            if (rate <= 0) throw new McpException("The rate must be positive.");
            decimal converted = decimal.Multiply(amount, rate);
            return Show(converted, format);

            static string Show(decimal value, string format) => value.ToString(format, CultureInfo.GetCultureInfo("de-DE"));
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class MoneyTools
    {
        [McpServerTool, Description("Converts and shows an amount.")]
        public static string Convert(decimal amount, decimal rate, [Description("N0, N2, F2 or C.")] string format = "N2")
        {
            if (rate <= 0) throw new McpException("The rate must be positive.");
            decimal converted = decimal.Multiply(amount, rate);
            return Show(converted, format is "N0" or "N2" or "F2" or "C" ? format : "N2");

            static string Show(decimal value, string format) => value.ToString(format, CultureInfo.GetCultureInfo("de-DE"));
        }
    }
}
