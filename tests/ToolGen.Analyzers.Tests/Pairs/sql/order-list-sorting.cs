// Lists the newest orders of a shop; the column and the direction of ORDER BY are the caller's text.
using System.Collections.Generic;
using System.ComponentModel;
using System.Data.Common;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class OrderTools
    {
        [McpServerTool, Description("Lists the orders of a shop, sorted.")]
        public static async Task<List<string>> ListOrders(DbConnection db, int shopId, string sortBy = "created_at", string direction = "desc")
        {
            await using var command = db.CreateCommand();
            command.CommandText = "SELECT number FROM orders WHERE shop_id = @shop ORDER BY " + sortBy + " " + direction + " LIMIT 100";
            var shop = command.CreateParameter();
            shop.ParameterName = "@shop";
            shop.Value = shopId;
            command.Parameters.Add(shop);
            var numbers = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) numbers.Add(reader.GetString(0));
            return numbers;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class OrderTools
    {
        [McpServerTool, Description("Lists the orders of a shop, sorted.")]
        public static async Task<List<string>> ListOrders(DbConnection db, int shopId, string sortBy = "created_at", string direction = "desc")
        {
            var column = sortBy switch
            {
                "number" => "number",
                "total" => "total_cents",
                "customer" => "customer_id",
                _ => "created_at",
            };
            var order = direction is "asc" or "ASC" ? "ASC" : "DESC";

            await using var command = db.CreateCommand();
            command.CommandText = "SELECT number FROM orders WHERE shop_id = @shop ORDER BY " + column + " " + order + " LIMIT 100";
            var shop = command.CreateParameter();
            shop.ParameterName = "@shop";
            shop.Value = shopId;
            command.Parameters.Add(shop);
            var numbers = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) numbers.Add(reader.GetString(0));
            return numbers;
        }
    }
}
