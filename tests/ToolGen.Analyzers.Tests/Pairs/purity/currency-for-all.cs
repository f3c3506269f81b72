// Prices a basket in a currency that a second tool sets; the currency is a static property, so one caller sets it for all.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record BasketLine(string Article, int Pieces, decimal Euros);

    public static class PriceSettings
    {
        public static string Currency { get; set; } = "EUR";
        public static Dictionary<string, decimal> Rates { get; } = new() { ["EUR"] = 1m, ["USD"] = 1.1m, ["CHF"] = 0.95m };
    }

    public sealed class BasketPlugin
    {
        [KernelFunction("set_currency"), Description("Chooses the currency of prices.")]
        public string SetCurrency(string currency) => PriceSettings.Currency = PriceSettings.Rates.ContainsKey(currency) ? currency : "EUR";

        [KernelFunction("price_basket"), Description("The price of a basket.")]
        public string Price(BasketLine[] lines) =>
            $"{lines.Sum(l => l.Pieces * l.Euros) * PriceSettings.Rates[PriceSettings.Currency]:F2} {PriceSettings.Currency}";
    }
}

namespace Fixed
{
    public record BasketLine(string Article, int Pieces, decimal Euros);

    public static class PriceSettings
    {
        public static FrozenDictionary<string, decimal> Rates { get; } =
            new Dictionary<string, decimal> { ["EUR"] = 1m, ["USD"] = 1.1m, ["CHF"] = 0.95m }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public sealed class BasketPlugin
    {
        [KernelFunction("price_basket"), Description("The price of a basket in a currency.")]
        public string Price(BasketLine[] lines, string currency = "EUR")
        {
            if (!PriceSettings.Rates.TryGetValue(currency, out var rate)) throw new ArgumentException("Currencies: CHF, EUR, USD.", nameof(currency));
            return FormattableString.Invariant($"{lines.Sum(l => l.Pieces * l.Euros) * rate:F2} {currency}");
        }
    }
}
