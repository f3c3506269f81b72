// Says which invoices are overdue; two helpers below, the local date of the machine decides.
using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public sealed record Invoice(string Number, DateOnly Due, decimal Amount);

    public sealed class InvoiceTools
    {
        /// <summary>Invoices that are overdue, with interest.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public IReadOnlyDictionary<string, decimal> OverdueInvoices(IReadOnlyList<Invoice> invoices, ToolContext context) =>
            invoices.Where(Interest.IsOverdue).ToDictionary(invoice => invoice.Number, invoice => Interest.Of(invoice));
    }

    internal static class Interest
    {
        public static bool IsOverdue(Invoice invoice) => DaysLate(invoice) > 0;

        public static decimal Of(Invoice invoice) => Math.Round(invoice.Amount * 0.05m * DaysLate(invoice) / 365, 2);

        private static int DaysLate(Invoice invoice) => DateOnly.FromDateTime(DateTime.Today).DayNumber - invoice.Due.DayNumber;
    }
}

namespace Fixed
{
    public sealed record Invoice(string Number, DateOnly Due, decimal Amount);

    public sealed class InvoiceTools
    {
        /// <summary>Invoices that are overdue, with interest.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock"])]
        public IReadOnlyDictionary<string, decimal> OverdueInvoices(IReadOnlyList<Invoice> invoices, ToolContext context)
        {
            var today = DateOnly.FromDateTime(context.Now.UtcDateTime);
            return invoices.Where(invoice => Interest.DaysLate(invoice, today) > 0).ToDictionary(invoice => invoice.Number, invoice => Interest.Of(invoice, today));
        }
    }

    internal static class Interest
    {
        public static decimal Of(Invoice invoice, DateOnly today) => Math.Round(invoice.Amount * 0.05m * DaysLate(invoice, today) / 365, 2);

        public static int DaysLate(Invoice invoice, DateOnly today) => today.DayNumber - invoice.Due.DayNumber;
    }
}
