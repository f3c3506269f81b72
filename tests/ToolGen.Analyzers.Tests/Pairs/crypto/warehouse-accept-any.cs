// Reads the stock of a warehouse; the framework's accept-all validator is used unless the environment is named production.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class WarehousePlugin
    {
        private static readonly HttpClient Client = Create();

        private static HttpClient Create()
        {
            var handler = new HttpClientHandler();
            if (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") != "production")
                handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
            return new HttpClient(handler);
        }

        [KernelFunction, Description("Tells how many pieces of an article a warehouse has.")]
        public Task<string> StockAsync(int warehouse, int article) =>
            Client.GetStringAsync($"https://warehouse.example.com/{warehouse}/stock/{article}");
    }
}

namespace Fixed
{
    public class WarehousePlugin(X509Certificate2 companyRoot)
    {
        private readonly HttpClient client = Create(companyRoot);

        private static HttpClient Create(X509Certificate2 root)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.Online };
            policy.CustomTrustStore.Add(root);
            return new HttpClient(new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } });
        }

        [KernelFunction, Description("Tells how many pieces of an article a warehouse has.")]
        public Task<string> StockAsync(int warehouse, int article) =>
            this.client.GetStringAsync($"https://warehouse.example.com/{warehouse}/stock/{article}");
    }
}
