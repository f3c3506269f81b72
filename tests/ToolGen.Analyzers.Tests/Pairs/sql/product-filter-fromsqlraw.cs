// Lists products of a category and a brand with EF Core; the interpolated text goes to FromSqlRaw.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class Product
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string Category { get; set; } = "";
        public string Brand { get; set; } = "";
    }

    public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<Product> Products => this.Set<Product>();
    }

    public sealed class ProductAssistant(ShopContext db)
    {
        public IReadOnlyList<AITool> Tools => [AIFunctionFactory.Create(this.FindProductsAsync, "find_products")];

        [Description("Lists products of a category, of one brand if it is given.")]
        public async Task<List<string>> FindProductsAsync(string category, string? brand = null)
        {
            var filter = brand is null ? "" : $" AND Brand = '{brand}'";
            return await db.Products.FromSqlRaw($"SELECT * FROM Products WHERE Category = '{category}'{filter}").Select(p => p.Name).Take(50).ToListAsync();
        }
    }
}

namespace Fixed
{
    public sealed class Product
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string Category { get; set; } = "";
        public string Brand { get; set; } = "";
    }

    public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<Product> Products => this.Set<Product>();
    }

    public sealed class ProductAssistant(ShopContext db)
    {
        public IReadOnlyList<AITool> Tools => [AIFunctionFactory.Create(this.FindProductsAsync, "find_products")];

        [Description("Lists products of a category, of one brand if it is given.")]
        public async Task<List<string>> FindProductsAsync(string category, string? brand = null)
        {
            var products = db.Products.FromSql($"SELECT * FROM Products WHERE Category = {category}");
            if (brand is not null) products = products.Where(p => p.Brand == brand);
            return await products.Select(p => p.Name).Take(50).ToListAsync();
        }
    }
}
