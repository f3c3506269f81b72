// Books arrivals of goods; an EF Core context writes to the data base without any grant.
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using ToolGen;

namespace Vulnerable
{
    public sealed class Item
    {
        public int Id { get; set; }
        public int Units { get; set; }
    }

    public sealed class WarehouseContext : DbContext
    {
        public DbSet<Item> Items => this.Set<Item>();

        protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.UseSqlite("Data Source=warehouse.db");
    }

    public static class WarehouseTools
    {
        /// <summary>Books arrived units of an item; the new stock is returned.</summary>
        [Tool(Destructive = false)]
        public static async Task<int> RestockItem(int item, int units, CancellationToken ct)
        {
            if (units is < 1 or > 10_000) throw new ToolException(ToolErrorCodes.InvalidInput, "units are 1 to 10000");
            await using var warehouse = new WarehouseContext();
            var found = await warehouse.Items.SingleOrDefaultAsync(i => i.Id == item, ct) ?? throw new ToolException(ToolErrorCodes.NotFound, "there is no such item");
            found.Units += units;
            await warehouse.SaveChangesAsync(ct);
            return found.Units;
        }
    }
}

namespace Fixed
{
    public static class WarehouseTools
    {
        /// <summary>Books arrived units of an item; the new stock is returned.</summary>
        [Tool(Destructive = false, Capabilities = ["sql warehouse write"])]
        public static async Task<long> RestockItem(int item, int units, ToolContext context, CancellationToken ct)
        {
            if (units is < 1 or > 10_000) throw new ToolException(ToolErrorCodes.InvalidInput, "units are 1 to 10000");
            await using var session = await context.Data.OpenAsync("warehouse", writes: true, ct);
            var update = new SqlStatement().Text("UPDATE items SET units = units + ").Value(units).Text(" WHERE id = ").Value(item).Text(" RETURNING units");
            if ((await session.RunAsync(update, ct)).Rows is not [[long stock, ..], ..]) throw new ToolException(ToolErrorCodes.NotFound, "there is no such item");
            await session.CommitAsync(ct);
            return stock;
        }
    }
}
