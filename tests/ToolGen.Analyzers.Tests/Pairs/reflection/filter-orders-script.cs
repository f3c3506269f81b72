// Filters orders by a condition; the condition becomes the body of a lambda that is compiled and run.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed record Order(int Id, string Country, decimal Total, DateOnly Placed);

    public sealed class OrderSearch(IReadOnlyList<Order> orders)
    {
        public AIFunction AsFunction() => AIFunctionFactory.Create(FindAsync, "find_orders", "Finds orders by a condition over o, such as o.Total > 100.");

        public async Task<List<Order>> FindAsync(string condition)
        {
            var options = ScriptOptions.Default.AddReferences(typeof(Order).Assembly).AddImports("System", typeof(Order).Namespace!);
            var predicate = await CSharpScript.EvaluateAsync<Func<Order, bool>>($"(Order o) => {condition}", options);
            return orders.Where(predicate).Take(50).ToList();
        }
    }
}

namespace Fixed
{
    public sealed record Order(int Id, string Country, decimal Total, DateOnly Placed);

    public sealed record OrderFilter(string? Country = null, decimal? AtLeast = null, decimal? AtMost = null, DateOnly? Since = null);

    public sealed class OrderSearch(IReadOnlyList<Order> orders)
    {
        public AIFunction AsFunction() => AIFunctionFactory.Create(Find, "find_orders", "Finds orders by country, total and day.");

        public List<Order> Find(OrderFilter filter)
        {
            IEnumerable<Order> found = orders;
            if (filter.Country is { } country) found = found.Where(o => string.Equals(o.Country, country, StringComparison.OrdinalIgnoreCase));
            if (filter.AtLeast is { } least) found = found.Where(o => o.Total >= least);
            if (filter.AtMost is { } most) found = found.Where(o => o.Total <= most);
            if (filter.Since is { } since) found = found.Where(o => o.Placed >= since);
            return [.. found.Take(50)];
        }
    }
}
