// Gets tide times through the context; the request is sent with no token although the method has one.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class TideTools
    {
        /// <summary>Times of high water in a harbour on a day.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://tides.example.org/v1/*/*"])]
        public static async Task<IReadOnlyList<string>> HighWaterAsync(ToolContext context, string harbour, DateOnly day, CancellationToken cancellationToken)
        {
            var url = $"https://tides.example.org/v1/{Uri.EscapeDataString(harbour)}/{day:yyyy-MM-dd}";
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", url) { Retries = 3 });
            if (answer.Status == 404) throw new ToolException(ToolErrorCodes.NotFound, "no such harbour");
            return [.. answer.Json().GetProperty("high").EnumerateArray().Take(8).Select(t => t.GetString() ?? "")];
        }
    }
}

namespace Fixed
{
    public static class TideTools
    {
        /// <summary>Times of high water in a harbour on a day.</summary>
        [Tool(ReadOnly = true, TimeoutSeconds = 20, Capabilities = ["http GET https://tides.example.org/v1/*/*"])]
        public static async Task<IReadOnlyList<string>> HighWaterAsync(ToolContext context, string harbour, DateOnly day, CancellationToken cancellationToken)
        {
            var url = $"https://tides.example.org/v1/{Uri.EscapeDataString(harbour)}/{day:yyyy-MM-dd}";
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", url) { Retries = 3 }, cancellationToken);
            if (answer.Status == 404) throw new ToolException(ToolErrorCodes.NotFound, "no such harbour");
            return [.. answer.Json().GetProperty("high").EnumerateArray().Take(8).Select(t => t.GetString() ?? "")];
        }
    }
}
