// Counts the points of a recorded track; the XML is loaded by a name that may be a path or an address.
using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using ToolGen;

namespace Vulnerable
{
    public static class TrackTools
    {
        private static readonly XNamespace Gpx = "http://www.topografix.com/GPX/1/1";

        /// <summary>Points of a track, and its height.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static (int Points, double Climb) TrackPoints(string track, ToolContext context)
        {
            var document = XDocument.Load("tracks/" + track + ".gpx");
            var heights = document.Descendants(Gpx + "ele").Select(e => (double)e).ToList();
            context.Log($"{heights.Count} points");
            return (heights.Count, heights.Zip(heights.Skip(1), (a, b) => Math.Max(0, b - a)).Sum());
        }
    }
}

namespace Fixed
{
    public static class TrackTools
    {
        private static readonly XNamespace Gpx = "http://www.topografix.com/GPX/1/1";

        /// <summary>Points of a track, and its height.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read tracks/*"])]
        public static async Task<(int Points, double Climb)> TrackPoints(string track, ToolContext context, CancellationToken ct)
        {
            await using var stream = context.Files.OpenRead($"tracks/{track}.gpx");
            var document = await XDocument.LoadAsync(stream, LoadOptions.None, ct);
            var heights = document.Descendants(Gpx + "ele").Select(e => (double)e).ToList();
            context.Log($"{heights.Count} points");
            return (heights.Count, heights.Zip(heights.Skip(1), (a, b) => Math.Max(0, b - a)).Sum());
        }
    }
}
