// Converts a document at a partner's address; the address that is checked is not the one that is used, which is unescaped once more.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record ConversionJob(string SourceUrl, string Format, string? MirrorUrl = null);

    [McpServerToolType]
    public sealed class ConversionTools(IHttpClientFactory factory)
    {
        [McpServerTool(Name = "convert_document"), Description("Converts a partner's document.")]
        public async Task<string> ConvertDocument(ConversionJob job)
        {
            if (!IsPartner(job.SourceUrl)) throw new McpException("The document is not a partner's.");
            using var client = factory.CreateClient();
            var source = Uri.UnescapeDataString(job.MirrorUrl ?? job.SourceUrl);
            var bytes = await client.GetByteArrayAsync(source);
            return Converter.ToText(bytes, job.Format);
        }

        private static bool IsPartner(string url) =>
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host == "files.partner.example.org";
    }

    internal static class Converter
    {
        public static string ToText(byte[] bytes, string format) => $"{format}:{Convert.ToBase64String(bytes)}";
    }
}

namespace Fixed
{
    public sealed record ConversionJob(string SourceUrl, string Format, string? MirrorUrl = null);

    [McpServerToolType]
    public sealed class ConversionTools(IHttpClientFactory factory)
    {
        [McpServerTool(Name = "convert_document"), Description("Converts a partner's document.")]
        public async Task<string> ConvertDocument(ConversionJob job)
        {
            var source = Partner(job.MirrorUrl ?? job.SourceUrl);
            using var client = factory.CreateClient("no-redirects");
            var bytes = await client.GetByteArrayAsync(source);
            return Converter.ToText(bytes, job.Format);
        }

        private static Uri Partner(string url) =>
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.Host == "files.partner.example.org"
                ? uri
                : throw new McpException("The document is not a partner's.");
    }

    internal static class Converter
    {
        public static string ToText(byte[] bytes, string format) => $"{format}:{Convert.ToBase64String(bytes)}";
    }
}
