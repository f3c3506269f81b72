// Downloads an invoice with a client that always sends its key; an absolute reference takes the key to another host.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class InvoiceTools
    {
        private readonly HttpClient http;

        public InvoiceTools(IConfiguration configuration)
        {
            this.http = new HttpClient { BaseAddress = new Uri("https://billing.example.com/invoices/") };
            this.http.DefaultRequestHeaders.Add("X-Api-Key", configuration["Billing:ApiKey"]);
        }

        [McpServerTool, Description("Text of an invoice.")]
        public async Task<string> InvoiceText([Description("Reference as the list of invoices gives it")] string reference, CancellationToken ct)
        {
            using var response = await this.http.GetAsync(reference, ct);
            return await response.Content.ReadAsStringAsync(ct);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class InvoiceTools
    {
        private readonly HttpClient http;

        public InvoiceTools(IConfiguration configuration)
        {
            this.http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri("https://billing.example.com/invoices/") };
            this.http.DefaultRequestHeaders.Add("X-Api-Key", configuration["Billing:ApiKey"]);
        }

        [McpServerTool, Description("Text of an invoice.")]
        public async Task<string> InvoiceText([Description("Id as the list of invoices gives it")] Guid id, CancellationToken ct)
        {
            using var response = await this.http.GetAsync(id.ToString("D"), ct);
            return await response.Content.ReadAsStringAsync(ct);
        }
    }
}
