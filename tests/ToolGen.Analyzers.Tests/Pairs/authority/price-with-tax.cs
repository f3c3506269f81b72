// Adds the tax of the shop's country; the rate is read from the environment of the process.
using System;
using System.Globalization;
using ToolGen;

namespace Vulnerable
{
    public sealed class TaxTools
    {
        /// <summary>A price with tax.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public decimal PriceWithTax(decimal net)
        {
            var rate = Read("SHOP_TAX_RATE", 0.19m);
            return decimal.Round(net * (1 + rate), 2, MidpointRounding.ToEven);
        }

        private static decimal Read(string name, decimal otherwise) =>
            decimal.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
    }
}

namespace Fixed
{
    public sealed class TaxTools
    {
        /// <summary>A price with tax.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public decimal PriceWithTax(decimal net, ToolContext context)
        {
            if (!decimal.TryParse(context.Setting("tax_rate"), NumberStyles.Number, CultureInfo.InvariantCulture, out var rate))
                throw new ToolException(ToolErrorCodes.BadData, "the setting tax_rate is no number");
            return decimal.Round(net * (1 + rate), 2, MidpointRounding.ToEven);
        }
    }
}
