// Adds up sales of a file by month; a helper class opens the file by its path.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    internal sealed class CsvFile(string path)
    {
        public IEnumerable<string[]> Rows()
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line) yield return line.Split(';');
        }
    }

    public static class SalesTools
    {
        /// <summary>Sales of a year by month.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read sales/*"])]
        public static IDictionary<string, decimal> SalesByMonth(int year, ToolContext context) =>
            new CsvFile($"/data/sales/{year:D4}.csv").Rows()
                .GroupBy(row => row[0][..7])
                .ToDictionary(month => month.Key, month => month.Sum(row => decimal.Parse(row[1], CultureInfo.InvariantCulture)));
    }
}

namespace Fixed
{
    internal sealed class CsvFile(Func<Stream> open)
    {
        public IEnumerable<string[]> Rows()
        {
            using var reader = new StreamReader(open());
            while (reader.ReadLine() is { } line) yield return line.Split(';');
        }
    }

    public static class SalesTools
    {
        /// <summary>Sales of a year by month.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read sales/*"])]
        public static IDictionary<string, decimal> SalesByMonth(int year, ToolContext context) =>
            new CsvFile(() => context.Files.OpenRead($"sales/{year:D4}.csv")).Rows()
                .GroupBy(row => row[0][..7])
                .ToDictionary(month => month.Key, month => month.Sum(row => decimal.Parse(row[1], CultureInfo.InvariantCulture)));
    }
}
