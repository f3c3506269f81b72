// Reads a price feed with curl; the address is an argument of its own but may be an option such as -o or -K.
using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class PriceFeed
    {
        public static AIFunction Create() => AIFunctionFactory.Create(FetchAsync, "fetch_price_feed", "Reads a feed of prices.");

        private static async Task<string> FetchAsync(string url, CancellationToken cancellationToken)
        {
            var info = new ProcessStartInfo("curl") { RedirectStandardOutput = true };
            info.ArgumentList.Add("--silent");
            info.ArgumentList.Add("--max-time");
            info.ArgumentList.Add("15");
            info.ArgumentList.Add(url);

            using var curl = Process.Start(info) ?? throw new InvalidOperationException("curl did not start");
            var body = await curl.StandardOutput.ReadToEndAsync(cancellationToken);
            await curl.WaitForExitAsync(cancellationToken);
            return body.Length > 20_000 ? body[..20_000] : body;
        }
    }
}

namespace Fixed
{
    public enum Market
    {
        Power,
        Gas,
        Carbon,
    }

    public static class PriceFeed
    {
        private static readonly HttpClient Client = new(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri("https://prices.example.com/"),
            Timeout = TimeSpan.FromSeconds(15),
            MaxResponseContentBufferSize = 1 << 20,
        };

        public static AIFunction Create() => AIFunctionFactory.Create(FetchAsync, "fetch_price_feed", "Reads a feed of prices.");

        private static async Task<string> FetchAsync(Market market, CancellationToken cancellationToken)
        {
            var path = market switch
            {
                Market.Power => "v1/power.csv",
                Market.Gas => "v1/gas.csv",
                Market.Carbon => "v1/carbon.csv",
                _ => throw new ArgumentOutOfRangeException(nameof(market)),
            };
            var body = await Client.GetStringAsync(path, cancellationToken);
            return body.Length > 20_000 ? body[..20_000] : body;
        }
    }
}
