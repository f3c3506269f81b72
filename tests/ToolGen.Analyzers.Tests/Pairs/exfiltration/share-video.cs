// Makes a link by which a video can be shared; the key that authorises the service is part of the link.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class VideoTools
    {
        private readonly Lazy<string> key = new(() => Environment.GetEnvironmentVariable("VIDEO_API_KEY") ?? "");

        /// <summary>A link to a video for people outside.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public Uri ShareVideo(Guid video, int hours = 24)
        {
            var query = new Dictionary<string, string> { ["id"] = video.ToString("N"), ["hours"] = hours.ToString(), ["auth"] = this.key.Value };
            return new UriBuilder("https", "video.example.com") { Path = "watch", Query = string.Join('&', Pairs(query)) }.Uri;
        }

        private static IEnumerable<string> Pairs(Dictionary<string, string> query)
        {
            foreach (var (name, value) in query) yield return $"{name}={Uri.EscapeDataString(value)}";
        }
    }
}

namespace Fixed
{
    public sealed class VideoTools
    {
        /// <summary>A link to a video for people outside.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock", "secret video"])]
        public async Task<Uri> ShareVideo(Guid video, ToolContext context, int hours = 24, CancellationToken cancellationToken = default)
        {
            var end = context.Now.AddHours(Math.Clamp(hours, 1, 72)).ToUnixTimeSeconds();
            var signature = await context.Secrets.HmacSha256("video", $"{video:N}.{end}", cancellationToken);
            return new UriBuilder("https", "video.example.com") { Path = "watch", Query = $"id={video:N}&end={end}&sig={Convert.ToHexStringLower(signature)}" }.Uri;
        }
    }
}
