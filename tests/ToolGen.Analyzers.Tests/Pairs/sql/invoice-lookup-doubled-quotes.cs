// Reads an invoice by its number; quotes are doubled, but the number stands in the statement without quotes.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using Npgsql;

namespace Vulnerable
{
    public sealed class InvoicePlugin(NpgsqlDataSource source)
    {
        [KernelFunction("get_invoice")]
        [Description("Reads an invoice by its number.")]
        public async Task<string> GetInvoiceAsync([Description("The invoice number")] string number)
        {
            var sql = string.Format("SELECT customer, total, due FROM invoices WHERE number = {0}", Clean(number));
            await using var command = source.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            if (!await reader.ReadAsync()) return "no such invoice";
            return $"{reader.GetString(0)} owes {reader.GetDecimal(1)}, due {reader.GetDateTime(2):d}";
        }

        private static string Clean(string value) => value.Trim().Replace("'", "''");
    }
}

namespace Fixed
{
    public sealed class InvoicePlugin(NpgsqlDataSource source)
    {
        [KernelFunction("get_invoice")]
        [Description("Reads an invoice by its number.")]
        public async Task<string> GetInvoiceAsync([Description("The invoice number")] string number)
        {
            if (!long.TryParse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                throw new ArgumentException("An invoice number consists of digits.", nameof(number));

            var sql = string.Format(CultureInfo.InvariantCulture, "SELECT customer, total, due FROM invoices WHERE number = {0}", id);
            await using var command = source.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            if (!await reader.ReadAsync()) return "no such invoice";
            return $"{reader.GetString(0)} owes {reader.GetDecimal(1)}, due {reader.GetDateTime(2):d}";
        }
    }
}
