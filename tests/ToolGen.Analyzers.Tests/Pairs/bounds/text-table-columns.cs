// Lays out rows as a text table; the column width pads every cell to any size.
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class TablePlugin
    {
        [KernelFunction("format_table"), Description("Lays out names and amounts as a text table.")]
        public string Format(Dictionary<string, decimal> amounts, int columnWidth = 20)
        {
            var table = new StringBuilder();
            foreach (var (name, amount) in amounts.OrderBy(a => a.Key))
            {
                table.Append(name.PadRight(columnWidth)).Append('|').AppendLine(amount.ToString("0.00").PadLeft(columnWidth));
            }

            return table.ToString();
        }
    }
}

namespace Fixed
{
    public class TablePlugin
    {
        [KernelFunction("format_table"), Description("Lays out names and amounts as a text table of at most 500 rows.")]
        public string Format(Dictionary<string, decimal> amounts, int columnWidth = 20)
        {
            var width = columnWidth is >= 4 and <= 60 ? columnWidth : 20;
            var table = new StringBuilder();
            foreach (var (name, amount) in amounts.OrderBy(a => a.Key).Take(500))
            {
                var cell = name.Length > width ? name[..width] : name;
                table.Append(cell.PadRight(width)).Append('|').AppendLine(amount.ToString("0.00").PadLeft(width));
            }

            return table.ToString();
        }
    }
}
