// Fetches a package's changelog and shows it; a body without a Content-Length is read whole whatever its size.
using System;
using System.ComponentModel;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ChangelogTools(IHttpClientFactory clients)
    {
        private const int MaxBytes = 512 * 1024;

        [McpServerTool(Name = "get_changelog"), Description("Gets the changelog of a package.")]
        public async Task<string> GetChangelogAsync(string package, CancellationToken cancellationToken)
        {
            using var client = clients.CreateClient("registry");
            var url = $"https://registry.example.com/packages/{Uri.EscapeDataString(package)}/changelog";
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();

            if (response.Content.Headers.ContentLength is > MaxBytes)
            {
                return "The changelog is too large.";
            }

            return await new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken)).ReadToEndAsync(cancellationToken);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class ChangelogTools(IHttpClientFactory clients)
    {
        private const int MaxBytes = 512 * 1024;

        [McpServerTool(Name = "get_changelog"), Description("Gets the changelog of a package.")]
        public async Task<string> GetChangelogAsync(string package, CancellationToken cancellationToken)
        {
            using var client = clients.CreateClient("registry");
            var url = $"https://registry.example.com/packages/{Uri.EscapeDataString(package)}/changelog";
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[MaxBytes + 1];
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return length > MaxBytes ? "The changelog is too large." : Encoding.UTF8.GetString(buffer, 0, length);
        }
    }
}
