// Asks a carrier where a parcel is; the tool has no token, so neither the caller nor a limit can end the request.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ParcelTools
    {
        private static readonly HttpClient Http = new() { MaxResponseContentBufferSize = 256 * 1024, Timeout = Timeout.InfiniteTimeSpan };

        [McpServerTool(Name = "parcel_status"), Description("Where a parcel is.")]
        public static async Task<string> StatusAsync(string trackingNumber)
        {
            var url = $"https://carrier.example.com/v2/parcels/{Uri.EscapeDataString(trackingNumber)}";
            using var response = await Http.GetAsync(url);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : "unknown parcel";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ParcelTools
    {
        private static readonly HttpClient Http = new() { MaxResponseContentBufferSize = 256 * 1024, Timeout = TimeSpan.FromSeconds(15) };

        [McpServerTool(Name = "parcel_status"), Description("Where a parcel is.")]
        public static async Task<string> StatusAsync(string trackingNumber, CancellationToken cancellationToken)
        {
            var url = $"https://carrier.example.com/v2/parcels/{Uri.EscapeDataString(trackingNumber)}";
            using var response = await Http.GetAsync(url, cancellationToken);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellationToken) : "unknown parcel";
        }
    }
}
