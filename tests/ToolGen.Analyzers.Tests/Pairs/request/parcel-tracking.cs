// Tracks a parcel; the path follows the host without a slash, so that "@other.host" or ".other.host" moves the request.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class ParcelPlugin
    {
        private const string Api = "https://parcels.example.com";
        private readonly HttpClient http;

        public ParcelPlugin(HttpClient http, string token)
        {
            this.http = http;
            this.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        [KernelFunction, Description("Where a parcel is.")]
        public Task<string> TrackAsync([Description("Tracking path, e.g. /v2/track/123")] string path)
        {
            return http.GetStringAsync($"{Api}{path}");
        }
    }
}

namespace Fixed
{
    public class ParcelPlugin
    {
        private static readonly Uri Api = new("https://parcels.example.com/v2/track");
        private readonly HttpClient http;

        public ParcelPlugin(HttpClient http, string token)
        {
            this.http = http;
            this.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        [KernelFunction, Description("Where a parcel is.")]
        public Task<string> TrackAsync([Description("Tracking number")] string number)
        {
            var address = new UriBuilder(Api) { Query = "number=" + Uri.EscapeDataString(number) };
            return http.GetStringAsync(address.Uri);
        }
    }
}
