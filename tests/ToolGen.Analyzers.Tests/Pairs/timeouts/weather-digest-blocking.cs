// Calls another tool and blocks until it has answered; with no token the wait lasts as long as that tool likes.
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class DigestTools
    {
        /// <summary>A sentence about the weather in a city.</summary>
        [Tool(ReadOnly = true, Capabilities = ["tool current_weather"])]
        public static string WeatherDigest(ToolContext context, string city)
        {
            var arguments = JsonSerializer.SerializeToUtf8Bytes(new { city });
            var result = context.Tools.CallAsync("current_weather", arguments).AsTask().GetAwaiter().GetResult();
            return $"In {city} now: {result}";
        }
    }
}

namespace Fixed
{
    public static class DigestTools
    {
        /// <summary>A sentence about the weather in a city.</summary>
        [Tool(ReadOnly = true, Capabilities = ["tool current_weather"], TimeoutSeconds = 20)]
        public static async Task<string> WeatherDigestAsync(ToolContext context, string city, CancellationToken cancellationToken)
        {
            var arguments = JsonSerializer.SerializeToUtf8Bytes(new { city });
            var result = await context.Tools.CallAsync("current_weather", arguments, cancellationToken: cancellationToken);
            return $"In {city} now: {result}";
        }
    }
}
