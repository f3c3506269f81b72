// Prints two columns of a table; the column's width from the caller becomes the alignment of a format without a bound.
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public sealed record TableRow(string Key, double Value);

    public static class TableTools
    {
        /// <summary>Prints rows as a plain table.</summary>
        /// <param name="rows">The rows.</param>
        /// <param name="width">Width of the key's column; negative: to the left.</param>
        [Tool(ReadOnly = true, Idempotent = true)]
        public static string PrintTable(IReadOnlyList<TableRow> rows, int width)
        {
            if (width == 0) width = -20;
            var format = "{0," + width + "} | {1,12:0.###}";
            var sb = new StringBuilder();
            for (int i = 0; i < rows.Count; i++)
                sb.AppendLine(string.Format(CultureInfo.InvariantCulture, format, rows[i].Key, rows[i].Value));
            return sb.ToString();
        }
    }
}

namespace Fixed
{
    public sealed record TableRow(string Key, double Value);

    public static class TableTools
    {
        private const int MaxWidth = 60;

        /// <summary>Prints rows as a plain table.</summary>
        /// <param name="rows">The rows.</param>
        /// <param name="width">Width of the key's column; negative: to the left.</param>
        [Tool(ReadOnly = true, Idempotent = true)]
        public static string PrintTable(IReadOnlyList<TableRow> rows, int width)
        {
            width = width == 0 ? -20 : int.Clamp(width, -MaxWidth, MaxWidth);
            var format = "{0," + width.ToString(CultureInfo.InvariantCulture) + "} | {1,12:0.###}";
            var sb = new StringBuilder();
            for (int i = 0; i < rows.Count; i++)
                sb.AppendLine(string.Format(CultureInfo.InvariantCulture, format, rows[i].Key, rows[i].Value));
            return sb.ToString();
        }
    }
}
