// Fetches an invoice of a supplier; certificate validation is switched off for the whole process.
using System;
using System.ComponentModel;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class SupplierTools
    {
        static SupplierTools()
        {
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            ServicePointManager.ServerCertificateValidationCallback += delegate { return true; };
        }

        [McpServerTool, Description("Fetches a supplier's invoice.")]
        public static async Task<string> FetchInvoice(int supplier, int invoice)
        {
            var request = WebRequest.CreateHttp($"https://suppliers.example.com/{supplier}/invoices/{invoice}");
            using var response = await request.GetResponseAsync();
            using var reader = new System.IO.StreamReader(response.GetResponseStream());
            return await reader.ReadToEndAsync();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class SupplierTools
    {
        private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 4 << 20 };

        [McpServerTool, Description("Fetches a supplier's invoice.")]
        public static async Task<string> FetchInvoice(int supplier, int invoice)
        {
            using var response = await Client.GetAsync($"https://suppliers.example.com/{supplier}/invoices/{invoice}");
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync();
        }
    }
}
