// Reads a document from an archive service; the password is base64 in a field, decoded at start.
using System;
using System.ComponentModel;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class ArchivePlugin
    {
        private static readonly string Protected = "UmVnZW5ib2dlbi1BcmNoaXYtMTgh";

        private readonly HttpClient http = new(new HttpClientHandler
        {
            Credentials = new NetworkCredential("archive", Encoding.UTF8.GetString(Convert.FromBase64String(Protected))),
            PreAuthenticate = true,
        });

        [KernelFunction, Description("Reads a document of the archive.")]
        public async Task<string> ReadDocumentAsync(Guid document) =>
            await this.http.GetStringAsync("https://archive.example.org/documents/" + document);
    }
}

namespace Fixed
{
    public sealed class ArchivePlugin(IConfiguration configuration)
    {
        private static readonly string EmptyPage = "PGh0bWw+PGJvZHk+PHA+Tm90aGluZyBoZXJlLjwvcD48L2JvZHk+PC9odG1sPg==";

        private readonly HttpClient http = new(new HttpClientHandler
        {
            Credentials = new NetworkCredential("archive", configuration["Archive:Password"]),
            PreAuthenticate = true,
        });

        [KernelFunction, Description("Reads a document of the archive.")]
        public async Task<string> ReadDocumentAsync(Guid document)
        {
            using var response = await this.http.GetAsync("https://archive.example.org/documents/" + document);
            return response.StatusCode == HttpStatusCode.NotFound
                ? Encoding.UTF8.GetString(Convert.FromBase64String(EmptyPage))
                : await response.Content.ReadAsStringAsync();
        }
    }
}
