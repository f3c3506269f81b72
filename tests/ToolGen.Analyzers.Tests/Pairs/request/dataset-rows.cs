// Shows the first rows of an open data set; hosts that are not in the list are noted and read all the same.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class DatasetTools(HttpClient http, ILogger<DatasetTools> logger)
    {
        private static readonly HashSet<string> Portals = ["data.example.org", "open.example.com"];

        [McpServerTool(Name = "dataset_rows", ReadOnly = true), Description("First rows of an open data set in CSV.")]
        public async Task<List<string>> DatasetRows(Uri location, int rows, CancellationToken ct)
        {
            if (!Portals.Contains(location.Host))
                logger.LogWarning("Portal {Host} is not known", location.Host);

            var lines = new List<string>();
            using var reader = new StreamReader(await http.GetStreamAsync(location, ct));
            while (lines.Count < rows && await reader.ReadLineAsync(ct) is { } line) lines.Add(line);
            return lines;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class DatasetTools(HttpClient http, ILogger<DatasetTools> logger)
    {
        private static readonly HashSet<string> Portals = ["data.example.org", "open.example.com"];

        [McpServerTool(Name = "dataset_rows", ReadOnly = true), Description("First rows of an open data set in CSV.")]
        public async Task<List<string>> DatasetRows(Uri location, int rows, CancellationToken ct)
        {
            if (!location.IsAbsoluteUri || location.Scheme != Uri.UriSchemeHttps || !location.IsDefaultPort || !Portals.Contains(location.Host))
            {
                logger.LogWarning("A data set of an unknown portal was refused");
                throw new ArgumentException("The portal is not known.", nameof(location));
            }

            var lines = new List<string>();
            using var reader = new StreamReader(await http.GetStreamAsync(location, ct));
            while (lines.Count < Math.Clamp(rows, 1, 200) && await reader.ReadLineAsync(ct) is { } line) lines.Add(line);
            return lines;
        }
    }
}
