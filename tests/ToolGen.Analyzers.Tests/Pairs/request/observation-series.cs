// Averages a series of a weather station; a base class fetches what the derived tool hands it, which is the caller's address.
using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public abstract class SourceTools
    {
        protected HttpClient Http { get; } = new();

        protected virtual async Task<double[]> SeriesAsync(Uri source, CancellationToken ct)
        {
            await using var stream = await this.Http.GetStreamAsync(source, ct);
            return await JsonSerializer.DeserializeAsync<double[]>(stream, cancellationToken: ct) ?? [];
        }
    }

    public sealed class StationTools : SourceTools
    {
        /// <summary>Mean of a station's series.</summary>
        [Tool(ReadOnly = true)]
        public async Task<double> StationMeanAsync(string source, CancellationToken ct)
        {
            if (!Uri.TryCreate(source, UriKind.Absolute, out var uri)) uri = new Uri("https://" + source);
            return (await this.SeriesAsync(uri, ct)).DefaultIfEmpty().Average();
        }
    }
}

namespace Fixed
{
    public abstract class SourceTools
    {
        protected abstract string Origin { get; }

        protected async Task<double[]> SeriesAsync(ToolContext context, int station, string quantity, CancellationToken ct)
        {
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", $"{this.Origin}/series?station={station}&quantity={Uri.EscapeDataString(quantity)}"), ct);
            return [.. answer.Json().EnumerateArray().Select(value => value.GetDouble())];
        }
    }

    public sealed class StationTools : SourceTools
    {
        protected override string Origin => "https://stations.example.org";

        /// <summary>Mean of a station's series.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://stations.example.org/series*"])]
        public async Task<double> StationMeanAsync(int station, string quantity, ToolContext context, CancellationToken ct) =>
            (await this.SeriesAsync(context, station, quantity, ct)).DefaultIfEmpty().Average();
    }
}
