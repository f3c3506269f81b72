// Looks up stock of an article; its number is split by a pattern in which letters can be grouped in many ways.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class StockLookup(IReadOnlyDictionary<string, int> stock)
    {
        private static readonly Regex Sku = new(@"^(?<family>([A-Z]+\d*)+)-(?<item>\d+)$");

        public AIFunction Function => AIFunctionFactory.Create(this.InStock, "in_stock", "How many pieces of an article are in stock.");

        private int InStock(string sku)
        {
            var match = Sku.Match(sku);
            if (!match.Success) throw new FormatException("An article number is such as AB12C-0815.");
            return stock.GetValueOrDefault($"{match.Groups["family"].ValueSpan}/{int.Parse(match.Groups["item"].ValueSpan)}");
        }
    }
}

namespace Fixed
{
    public sealed class StockLookup(IReadOnlyDictionary<string, int> stock)
    {
        private static readonly Regex Sku = new(@"\A(?<family>[A-Z][A-Z0-9]{0,11})-(?<item>[0-9]{1,9})\z");

        public AIFunction Function => AIFunctionFactory.Create(this.InStock, "in_stock", "How many pieces of an article are in stock.");

        private int InStock(string sku)
        {
            var match = Sku.Match(sku);
            if (!match.Success) throw new FormatException("An article number is such as AB12C-0815.");
            return stock.GetValueOrDefault($"{match.Groups["family"].ValueSpan}/{int.Parse(match.Groups["item"].ValueSpan)}");
        }
    }
}
