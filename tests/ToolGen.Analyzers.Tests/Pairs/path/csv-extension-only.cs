// Sums a column of a CSV file; only the extension is checked, so every CSV on the machine can be read.
using System;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class CsvTools
    {
        [McpServerTool(Name = "sum_column", ReadOnly = true), Description("Sums a column of a CSV of the data folder.")]
        public static decimal Sum(string csv, int column)
        {
            if (!csv.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException("Only CSV files are summed.");
            return File.ReadLines(Path.Combine("data", csv)).Skip(1)
                .Select(line => line.Split(';'))
                .Where(cells => cells.Length > column)
                .Sum(cells => decimal.Parse(cells[column], CultureInfo.InvariantCulture));
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class CsvTools
    {
        [McpServerTool(Name = "sum_column", ReadOnly = true), Description("Sums a column of a CSV of the data folder.")]
        public static decimal Sum(string csv, int column)
        {
            if (csv != Path.GetFileName(csv) || csv.Contains(':') || !csv.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException("Only CSV files of the data folder are summed.");
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            return File.ReadLines(Path.Combine("data", csv)).Skip(1)
                .Select(line => line.Split(';'))
                .Where(cells => cells.Length > column)
                .Sum(cells => decimal.Parse(cells[column], CultureInfo.InvariantCulture));
        }
    }
}
