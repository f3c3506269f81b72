// Lists the overdue loans of a library; an extension method two calls away looks at the clock.
using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    /// <summary>A loan.</summary>
    public sealed record Loan(int Book, DateTimeOffset Due);

    internal static class LoanExtensions
    {
        public static int DaysLate(this Loan loan) => (int)(DateTimeOffset.UtcNow - loan.Due).TotalDays;
        public static decimal Fee(this Loan loan) => Math.Max(0, loan.DaysLate()) * 0.2m;
    }

    public sealed class LoanTools
    {
        /// <summary>The fees of loans that are late.</summary>
        /// <param name="loans">Loans.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public Dictionary<int, decimal> LateFees(List<Loan> loans) =>
            loans.Where(l => l.Fee() > 0).GroupBy(l => l.Book).ToDictionary(g => g.Key, g => g.Sum(l => l.Fee()));
    }
}

namespace Fixed
{
    /// <summary>A loan.</summary>
    public sealed record Loan(int Book, DateTimeOffset Due);

    internal static class LoanExtensions
    {
        public static int DaysLate(this Loan loan, DateTimeOffset now) => (int)(now - loan.Due).TotalDays;
        public static decimal Fee(this Loan loan, DateTimeOffset now) => Math.Max(0, loan.DaysLate(now)) * 0.2m;
    }

    public sealed class LoanTools
    {
        /// <summary>The fees of loans that are late.</summary>
        /// <param name="loans">Loans.</param>
        /// <param name="context">The clock.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false, Capabilities = ["clock"])]
        public Dictionary<int, decimal> LateFees(List<Loan> loans, ToolContext context)
        {
            var now = context.Now;
            return loans.Where(l => l.Fee(now) > 0).GroupBy(l => l.Book).ToDictionary(g => g.Key, g => g.Sum(l => l.Fee(now)));
        }
    }
}
