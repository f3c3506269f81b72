// Reads the metrics of a node; the port is text, and "80@other.host" or "80/admin" is a port too.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class MetricsPlugin
    {
        private readonly HttpClient http = new();

        [KernelFunction("node_metrics"), Description("Metrics whose name starts with a prefix.")]
        public async Task<IEnumerable<string>> NodeMetricsAsync(string prefix, [Description("Port of the exporter")] string port = "9100")
        {
            var text = await this.http.GetStringAsync($"http://metrics.example.org:{port}/metrics");
            return text.Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal));
        }
    }
}

namespace Fixed
{
    public sealed class MetricsPlugin
    {
        private static readonly int[] Exporters = [9100, 9187, 9121];
        private readonly HttpClient http = new();

        [KernelFunction("node_metrics"), Description("Metrics whose name starts with a prefix.")]
        public async Task<IEnumerable<string>> NodeMetricsAsync(string prefix, [Description("Port of the exporter")] int port = 9100)
        {
            if (!Exporters.Contains(port)) throw new ArgumentOutOfRangeException(nameof(port), $"Exporters listen on {string.Join(", ", Exporters)}.");
            var text = await this.http.GetStringAsync($"http://metrics.example.org:{port}/metrics");
            return text.Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal));
        }
    }
}
