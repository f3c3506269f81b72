// Lists all seating orders of guests; the number of orders is the factorial of the list that was handed in.
using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public static class SeatingTools
    {
        /// <summary>All orders in which guests can sit in a row.</summary>
        [Tool]
        public static IReadOnlyList<string> SeatingOrders(IReadOnlyList<string> guests)
        {
            if (guests.Count == 0) throw new ToolException("invalid_input", "name at least one guest");
            return Orders(guests.ToList()).Select(o => string.Join(", ", o)).ToList();
        }

        private static IEnumerable<IEnumerable<string>> Orders(List<string> rest) =>
            rest.Count <= 1
                ? [rest]
                : rest.SelectMany((first, i) => Orders([.. rest[..i], .. rest[(i + 1)..]]).Select(o => o.Prepend(first)));
    }
}

namespace Fixed
{
    public static class SeatingTools
    {
        private const int MostOrders = 200;

        /// <summary>The first 200 orders in which at most 12 guests can sit in a row.</summary>
        [Tool]
        public static IReadOnlyList<string> SeatingOrders([MinLength(1), MaxLength(12)] IReadOnlyList<string> guests) =>
            Orders(guests.ToList()).Take(MostOrders).Select(o => string.Join(", ", o)).ToList();

        private static IEnumerable<IEnumerable<string>> Orders(List<string> rest) =>
            rest.Count <= 1
                ? [rest]
                : rest.SelectMany((first, i) => Orders([.. rest[..i], .. rest[(i + 1)..]]).Select(o => o.Prepend(first)));
    }
}
