// Reads an old archive server's index; SSL 3 and TLS 1.0 are allowed for it.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Security.Authentication;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public static class ArchiveSetup
    {
        public static void AddArchive(this IServiceCollection services) =>
            services.AddHttpClient("archive").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
            {
#pragma warning disable CS0618, SYSLIB0039
                SslProtocols = SslProtocols.Ssl3 | SslProtocols.Tls | SslProtocols.Tls12,
#pragma warning restore CS0618, SYSLIB0039
            });
    }

    public class ArchivePlugin(IHttpClientFactory clients)
    {
        [KernelFunction("archive_index"), Description("Gets the index of a year of the archive.")]
        public Task<string> IndexAsync(int year) => clients.CreateClient("archive").GetStringAsync($"https://archive.example.org/{year}/index.txt");
    }
}

namespace Fixed
{
    public static class ArchiveSetup
    {
        public static void AddArchive(this IServiceCollection services) =>
            services.AddHttpClient("archive").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
            {
                SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            });
    }

    public class ArchivePlugin(IHttpClientFactory clients)
    {
        [KernelFunction("archive_index"), Description("Gets the index of a year of the archive.")]
        public Task<string> IndexAsync(int year) => clients.CreateClient("archive").GetStringAsync($"https://archive.example.org/{year}/index.txt");
    }
}
