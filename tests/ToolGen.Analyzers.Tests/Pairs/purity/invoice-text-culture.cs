// Writes the line of an invoice; amounts and days take the shape of the culture that the server happens to run in.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public record InvoiceLine(string Text, decimal Amount, DateOnly Day);

    [McpServerToolType]
    public static class InvoiceTools
    {
        [McpServerTool(Name = "invoice_text", ReadOnly = true, Idempotent = true), Description("The text of an invoice.")]
        public static string Write(string currency, InvoiceLine[] lines)
        {
            var text = new StringBuilder();
            var total = 0m;
            foreach (var line in lines)
            {
                text.Append(line.Day.ToString("d")).Append(' ').Append(line.Text).Append(' ').Append(line.Amount.ToString("N2")).Append('\n');
                total += line.Amount;
            }

            return text.Append(string.Format("{0} {1:N2}", currency.ToUpper(), total)).ToString();
        }
    }
}

namespace Fixed
{
    public record InvoiceLine(string Text, decimal Amount, DateOnly Day);

    [McpServerToolType]
    public static class InvoiceTools
    {
        [McpServerTool(Name = "invoice_text", ReadOnly = true, Idempotent = true), Description("The text of an invoice.")]
        public static string Write(string currency, InvoiceLine[] lines)
        {
            var (text, total, invariant) = (new StringBuilder(), 0m, CultureInfo.InvariantCulture);
            foreach (var line in lines)
            {
                text.Append(line.Day.ToString("yyyy-MM-dd", invariant)).Append(' ').Append(line.Text).Append(' ').Append(line.Amount.ToString("N2", invariant)).Append('\n');
                total += line.Amount;
            }

            return text.Append(string.Format(invariant, "{0} {1:N2}", currency.ToUpperInvariant(), total)).ToString();
        }
    }
}
