// Finds the newest image of a satellite and stores it; the list comes through the context, the image through a client beside it.
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class SatelliteTools
    {
        /// <summary>Stores the newest image of a satellite and returns its size.</summary>
        [Tool(Destructive = false, Capabilities = ["http GET https://sky.example.org/*", "write images/*"])]
        public static async Task<long> SatelliteImage(int satellite, ToolContext context, CancellationToken ct)
        {
            var newest = (await context.Http.SendAsync(new("GET", $"https://sky.example.org/satellites/{satellite}/newest"), ct)).Json();
            using var client = new HttpClient();
            var bytes = await client.GetByteArrayAsync($"https://sky.example.org/images/{newest.GetProperty("id").GetGuid():N}.jpg", ct);
            using var outputs = context.Files.BeginWrite();
            await using (var stream = outputs.Create($"images/{satellite}.jpg")) await stream.WriteAsync(bytes, ct);
            outputs.Commit();
            return bytes.LongLength;
        }
    }
}

namespace Fixed
{
    public static class SatelliteTools
    {
        /// <summary>Stores the newest image of a satellite and returns its size.</summary>
        [Tool(Destructive = false, Capabilities = ["http GET https://sky.example.org/*", "write images/*"])]
        public static async Task<long> SatelliteImage(int satellite, ToolContext context, CancellationToken ct)
        {
            var newest = (await context.Http.SendAsync(new("GET", $"https://sky.example.org/satellites/{satellite}/newest"), ct)).Json();
            var image = await context.Http.SendAsync(new("GET", $"https://sky.example.org/images/{newest.GetProperty("id").GetGuid():N}.jpg"), ct);
            if (image.Status != 200) throw new ToolException(ToolErrorCodes.Upstream, $"the image server answered {image.Status}");
            using var outputs = context.Files.BeginWrite();
            await using (var stream = outputs.Create($"images/{satellite}.jpg")) await stream.WriteAsync(image.Body, ct);
            outputs.Commit();
            return image.Body.Length;
        }
    }
}
