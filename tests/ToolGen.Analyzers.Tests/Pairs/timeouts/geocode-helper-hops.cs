// Geocodes an address through two helpers; the tool has a token, and the helper that sends the request never sees it.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class Geocoder
    {
        private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 128 * 1024 };

        public AIFunction Tool => AIFunctionFactory.Create(LocateAsync, "locate_address");

        [Description("Latitude and longitude of an address.")]
        public async Task<double[]> LocateAsync(string address, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = await FirstHitAsync(address);
            return [first.GetProperty("lat").GetDouble(), first.GetProperty("lon").GetDouble()];
        }

        private async Task<JsonElement> FirstHitAsync(string address)
        {
            using var document = JsonDocument.Parse(await DownloadAsync("https://geo.example.org/search?q=" + Uri.EscapeDataString(address)));
            return document.RootElement.GetProperty("hits")[0].Clone();
        }

        private Task<string> DownloadAsync(string url) => http.GetStringAsync(url);
    }
}

namespace Fixed
{
    public sealed class Geocoder
    {
        private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(8), MaxResponseContentBufferSize = 128 * 1024 };

        public AIFunction Tool => AIFunctionFactory.Create(LocateAsync, "locate_address");

        [Description("Latitude and longitude of an address.")]
        public async Task<double[]> LocateAsync(string address, CancellationToken cancellationToken)
        {
            var first = await FirstHitAsync(address, cancellationToken);
            return [first.GetProperty("lat").GetDouble(), first.GetProperty("lon").GetDouble()];
        }

        private async Task<JsonElement> FirstHitAsync(string address, CancellationToken cancellationToken)
        {
            using var document = JsonDocument.Parse(
                await DownloadAsync("https://geo.example.org/search?q=" + Uri.EscapeDataString(address), cancellationToken));
            return document.RootElement.GetProperty("hits")[0].Clone();
        }

        private Task<string> DownloadAsync(string url, CancellationToken cancellationToken) => http.GetStringAsync(url, cancellationToken);
    }
}
