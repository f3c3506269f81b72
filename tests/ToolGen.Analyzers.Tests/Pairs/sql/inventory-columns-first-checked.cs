// Lists stock with chosen columns; of the columns only the first is looked up in the list of known ones.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Data;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Dapper;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class InventoryPlugin(IDbConnection db)
    {
        private static readonly string[] Known = ["sku", "name", "quantity", "bin", "reorder_at"];

        [KernelFunction, Description("Lists the stock of a warehouse; columns is a comma-separated list.")]
        public async Task<string> ListStockAsync(int warehouse, string columns = "sku,quantity")
        {
            var chosen = columns.Split(',', StringSplitOptions.TrimEntries);
            if (!Known.Contains(chosen.First())) return "error: unknown column";

            var rows = await db.QueryAsync($"SELECT {string.Join(", ", chosen)} FROM stock WHERE warehouse_id = @warehouse LIMIT 200", new { warehouse });
            return JsonSerializer.Serialize(rows.Select(row => (IDictionary<string, object>)row));
        }
    }
}

namespace Fixed
{
    public class InventoryPlugin(IDbConnection db)
    {
        private static readonly string[] Known = ["sku", "name", "quantity", "bin", "reorder_at"];

        [KernelFunction, Description("Lists the stock of a warehouse; columns is a comma-separated list.")]
        public async Task<string> ListStockAsync(int warehouse, string columns = "sku,quantity")
        {
            var wanted = columns.Split(',', StringSplitOptions.TrimEntries);
            var chosen = Known.Where(wanted.Contains).ToList();
            if (chosen.Count == 0) return "error: unknown column";

            var rows = await db.QueryAsync($"SELECT {string.Join(", ", chosen)} FROM stock WHERE warehouse_id = @warehouse LIMIT 200", new { warehouse });
            return JsonSerializer.Serialize(rows.Select(row => (IDictionary<string, object>)row));
        }
    }
}
