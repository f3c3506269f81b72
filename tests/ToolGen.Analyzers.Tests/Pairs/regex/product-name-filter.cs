// Filters products by name inside LINQ; the query is used as a regular expression for each product.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public record Product(int Id, string Name, decimal Price);

    public sealed class ProductSearch(IReadOnlyList<Product> products)
    {
        public AIFunction AsTool() => AIFunctionFactory.Create(this.Find, "find_products");

        [Description("Finds products whose name matches.")]
        public IEnumerable<Product> Find(string name, decimal? below = null) =>
            from p in products
            where Regex.IsMatch(p.Name, name, RegexOptions.IgnoreCase)
            where below is null || p.Price < below
            orderby p.Price
            select p;
    }
}

namespace Fixed
{
    public record Product(int Id, string Name, decimal Price);

    public sealed class ProductSearch(IReadOnlyList<Product> products)
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

        public AIFunction AsTool() => AIFunctionFactory.Create(this.Find, "find_products");

        [Description("Finds products whose name matches.")]
        public IReadOnlyList<Product> Find(string name, decimal? below = null)
        {
            try
            {
                return [.. from p in products
                           where Regex.IsMatch(p.Name, name, RegexOptions.IgnoreCase, Longest)
                           where below is null || p.Price < below
                           orderby p.Price
                           select p];
            }
            catch (RegexMatchTimeoutException)
            {
                throw new ArgumentException("The pattern takes too long: write a simpler one.", nameof(name));
            }
        }
    }
}
