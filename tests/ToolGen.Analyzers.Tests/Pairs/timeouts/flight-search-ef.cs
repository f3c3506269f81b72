// Finds flights with a query that can be heavy; nothing cancels it when the caller has gone.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class Flight
    {
        public int Id { get; set; }
        public string From { get; set; } = "";
        public string To { get; set; } = "";
        public DateTime Departs { get; set; }
    }

    public class FlightContext(DbContextOptions<FlightContext> options) : DbContext(options)
    {
        public DbSet<Flight> Flights => Set<Flight>();
    }

    public class FlightPlugin(IDbContextFactory<FlightContext> contexts)
    {
        [KernelFunction("find_flights"), Description("Flights between two airports from a day on.")]
        public async Task<IReadOnlyList<Flight>> FindAsync(string from, string to, DateTime day)
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.Database.SetCommandTimeout(0);
            return await db.Flights.AsNoTracking()
                .Where(f => f.From == from && f.To == to && f.Departs >= day)
                .OrderBy(f => f.Departs)
                .Take(20)
                .ToListAsync();
        }
    }
}

namespace Fixed
{
    public class Flight
    {
        public int Id { get; set; }
        public string From { get; set; } = "";
        public string To { get; set; } = "";
        public DateTime Departs { get; set; }
    }

    public class FlightContext(DbContextOptions<FlightContext> options) : DbContext(options)
    {
        public DbSet<Flight> Flights => Set<Flight>();
    }

    public class FlightPlugin(IDbContextFactory<FlightContext> contexts)
    {
        [KernelFunction("find_flights"), Description("Flights between two airports from a day on.")]
        public async Task<IReadOnlyList<Flight>> FindAsync(string from, string to, DateTime day, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            db.Database.SetCommandTimeout(TimeSpan.FromSeconds(15));
            return await db.Flights.AsNoTracking()
                .Where(f => f.From == from && f.To == to && f.Departs >= day)
                .OrderBy(f => f.Departs)
                .Take(20)
                .ToListAsync(cancellationToken);
        }
    }
}
