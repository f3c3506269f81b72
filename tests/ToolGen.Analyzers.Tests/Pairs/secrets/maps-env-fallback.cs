// Plans a route; where the environment has no key, a real key from the code is used.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Net.Http;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public readonly record struct Point(double Lat, double Lon)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lat:F5},{Lon:F5}");
    }

    [McpServerToolType]
    public sealed class RouteTools(HttpClient http)
    {
        private static string Key => Environment.GetEnvironmentVariable("MAPS_KEY") ?? "AIzaf8dNvxfviOTh0kfaLu1YIXshYzHYW";

        [McpServerTool, Description("Plans a route between two points.")]
        public Task<string> PlanRoute(double fromLat, double fromLon, double toLat, double toLon) =>
            http.GetStringAsync($"https://maps.example.com/route?from={new Point(fromLat, fromLon)}&to={new Point(toLat, toLon)}&key={Key}");
    }
}

namespace Fixed
{
    public readonly record struct Point(double Lat, double Lon)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lat:F5},{Lon:F5}");
    }

    [McpServerToolType]
    public sealed class RouteTools(HttpClient http)
    {
        private const string SampleTrack = @"ofp_Ik_vpAkFwkAyRujAwl@gl@";

        private static string Key => Environment.GetEnvironmentVariable("MAPS_KEY") ?? throw new McpException("MAPS_KEY is not set.");

        [McpServerTool, Description("Plans a route between two points.")]
        public Task<string> PlanRoute(double fromLat, double fromLon, double toLat, double toLon) =>
            (fromLat, fromLon) == (toLat, toLon)
                ? Task.FromResult("""{"polyline":"","distance":0}""")
                : http.GetStringAsync($"https://maps.example.com/route?from={new Point(fromLat, fromLon)}&to={new Point(toLat, toLon)}&key={Key}");

        [McpServerTool, Description("Gets an encoded track to try the decoder with.")]
        public static string GetSampleTrack() => SampleTrack;
    }
}
