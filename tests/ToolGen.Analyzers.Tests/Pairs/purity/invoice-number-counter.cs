// Numbers invoices with a static counter, which all tenants share and which starts anew with the process.
using System;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record Invoice(string Number, int Customer, decimal Amount);
    public interface IInvoices { Task SaveAsync(Invoice invoice); }

    public sealed class InvoicePlugin
    {
        private static int next = 1000;
        private readonly IInvoices invoices;
        public InvoicePlugin(IInvoices invoices) => this.invoices = invoices;

        [KernelFunction, Description("Writes an invoice and returns its number.")]
        public async Task<string> WriteInvoice(int customer, decimal amount)
        {
            var invoice = new Invoice($"R{next++:D6}", customer, decimal.Round(amount, 2));
            await this.invoices.SaveAsync(invoice);
            return invoice.Number;
        }
    }
}

namespace Fixed
{
    public record Invoice(string Number, int Customer, decimal Amount);
    public interface IInvoices
    {
        Task<long> ReserveNumberAsync();
        Task SaveAsync(Invoice invoice);
    }

    public sealed class InvoicePlugin
    {
        private readonly IInvoices invoices;
        public InvoicePlugin(IInvoices invoices) => this.invoices = invoices;

        [KernelFunction, Description("Writes an invoice and returns its number.")]
        public async Task<string> WriteInvoice(int customer, decimal amount)
        {
            var invoice = new Invoice($"R{await this.invoices.ReserveNumberAsync():D6}", customer, decimal.Round(amount, 2));
            await this.invoices.SaveAsync(invoice);
            return invoice.Number;
        }
    }
}
