// Finds customers by a part of the name; every row that matches is loaded and returned, and an empty part matches all.
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class Customer
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string City { get; set; } = "";
    }

    public class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
    {
        public DbSet<Customer> Customers => Set<Customer>();
    }

    public class CrmPlugin(CrmContext crm)
    {
        [KernelFunction("find_customers"), Description("Finds customers whose name contains a text.")]
        public async Task<List<string>> FindAsync(string part, CancellationToken cancellationToken = default)
        {
            var found = await crm.Customers.AsNoTracking()
                .Where(c => c.Name.Contains(part))
                .OrderBy(c => c.Name)
                .ToListAsync(cancellationToken);
            return found.ConvertAll(c => $"{c.Id}: {c.Name}, {c.City}");
        }
    }
}

namespace Fixed
{
    public class Customer
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public string City { get; set; } = "";
    }

    public class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
    {
        public DbSet<Customer> Customers => Set<Customer>();
    }

    public class CrmPlugin(CrmContext crm)
    {
        private const int PageSize = 50;

        [KernelFunction("find_customers"), Description("Finds customers whose name contains a text: the first 50 of a page.")]
        public async Task<List<string>> FindAsync(string part, int page = 0, CancellationToken cancellationToken = default)
        {
            page = int.Clamp(page, 0, 1000);
            var found = await crm.Customers.AsNoTracking()
                .Where(c => c.Name.Contains(part))
                .OrderBy(c => c.Name).ThenBy(c => c.Id)
                .Skip(page * PageSize)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            return found.ConvertAll(c => $"{c.Id}: {c.Name}, {c.City}");
        }
    }
}
