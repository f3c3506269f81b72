// Downloads a release note and follows redirects by hand; only the first address is compared with the allowed hosts.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class ReleaseNotes
    {
        private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase) { "releases.example.com", "go.example.com" };
        private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

        public AIFunction AsFunction() => AIFunctionFactory.Create(ReadAsync, name: "read_release_note");

        [Description("Reads a release note.")]
        public async Task<string> ReadAsync(string url, CancellationToken ct = default)
        {
            var uri = new Uri(url, UriKind.Absolute);
            if (uri.Scheme != "https" || !Hosts.Contains(uri.Host)) throw new ArgumentException("unknown host");
            for (var hop = 0; hop < 5; hop++)
            {
                using var response = await this.http.GetAsync(uri, ct);
                if (response.Headers.Location is not { } next) return await response.Content.ReadAsStringAsync(ct);
                uri = new Uri(uri, next);
            }

            throw new InvalidOperationException("too many redirects");
        }
    }
}

namespace Fixed
{
    public sealed class ReleaseNotes
    {
        private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase) { "releases.example.com", "go.example.com" };
        private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

        public AIFunction AsFunction() => AIFunctionFactory.Create(ReadAsync, name: "read_release_note");

        [Description("Reads a release note.")]
        public async Task<string> ReadAsync(string url, CancellationToken ct = default)
        {
            var uri = new Uri(url, UriKind.Absolute);
            for (var hop = 0; hop < 5; hop++)
            {
                if (uri.Scheme != "https" || !Hosts.Contains(uri.Host) || !uri.IsDefaultPort) throw new ArgumentException("unknown host");
                using var response = await this.http.GetAsync(uri, ct);
                if (response.Headers.Location is not { } next) return await response.Content.ReadAsStringAsync(ct);
                uri = new Uri(uri, next);
            }

            throw new InvalidOperationException("too many redirects");
        }
    }
}
