// Geocodes an address and logs failures within a scope; the address is part of the scope's and the error's template.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class GeoPlugin(HttpClient http, ILoggerFactory loggers)
    {
        private readonly ILogger log = loggers.CreateLogger("geo");

        [KernelFunction("geocode"), Description("Turns an address into coordinates.")]
        public async Task<string?> GeocodeAsync(string address)
        {
            using (this.log.BeginScope("address=" + address))
            {
                try
                {
                    return await http.GetStringAsync("https://geo.example.com/v1/search?q=" + Uri.EscapeDataString(address));
                }
                catch (HttpRequestException e)
                {
                    this.log.LogError(e, string.Format("no coordinates of {0}", address));
                    return null;
                }
            }
        }
    }
}

namespace Fixed
{
    public class GeoPlugin(HttpClient http, ILoggerFactory loggers)
    {
        private readonly ILogger log = loggers.CreateLogger("geo");

        [KernelFunction("geocode"), Description("Turns an address into coordinates.")]
        public async Task<string?> GeocodeAsync(string address)
        {
            using (this.log.BeginScope("address={Address}", address))
            {
                try
                {
                    return await http.GetStringAsync("https://geo.example.com/v1/search?q=" + Uri.EscapeDataString(address));
                }
                catch (HttpRequestException e)
                {
                    this.log.LogError(e, "no coordinates of {Address}", address);
                    return null;
                }
            }
        }
    }
}
