// Sums up the assortment by a formula; the formula is computed by DataTable and can read the purchase prices.
using System;
using System.Data;
using System.Globalization;
using System.Linq;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class Assortment
    {
        private static readonly DataTable Articles = Load();

        public static AIFunction Tool { get; } = AIFunctionFactory.Create(
            (string aggregate, string where) => Convert.ToString(Articles.Compute(aggregate, where), CultureInfo.InvariantCulture),
            "summarize_articles",
            "Sums up the articles, such as Avg(Price) where Stock > 0.");

        private static DataTable Load()
        {
            var table = new DataTable("articles");
            table.Columns.Add("Name", typeof(string));
            table.Columns.Add("Price", typeof(decimal));
            table.Columns.Add("Stock", typeof(int));
            table.Columns.Add("PurchasePrice", typeof(decimal));
            table.Rows.Add("Lamp", 39.90m, 4, 11.20m);
            table.Rows.Add("Chair", 89m, 0, 40m);
            return table;
        }
    }
}

namespace Fixed
{
    public enum ArticleSummary
    {
        AveragePrice,
        HighestPrice,
        TotalStock,
    }

    public static class Assortment
    {
        private static readonly (string Name, decimal Price, int Stock, decimal PurchasePrice)[] Articles =
        [
            ("Lamp", 39.90m, 4, 11.20m),
            ("Chair", 89m, 0, 40m),
        ];

        public static AIFunction Tool { get; } = AIFunctionFactory.Create(
            (ArticleSummary summary, bool onlyInStock) => Summarize(summary, onlyInStock).ToString(CultureInfo.InvariantCulture),
            "summarize_articles",
            "Sums up the articles.");

        private static decimal Summarize(ArticleSummary summary, bool onlyInStock)
        {
            var articles = Articles.Where(a => !onlyInStock || a.Stock > 0).ToList();
            return summary switch
            {
                ArticleSummary.AveragePrice => articles.Select(a => a.Price).DefaultIfEmpty().Average(),
                ArticleSummary.HighestPrice => articles.Select(a => a.Price).DefaultIfEmpty().Max(),
                ArticleSummary.TotalStock => articles.Sum(a => a.Stock),
                _ => throw new ArgumentOutOfRangeException(nameof(summary)),
            };
        }
    }
}
