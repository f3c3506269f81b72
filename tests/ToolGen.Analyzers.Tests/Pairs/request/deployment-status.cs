// Reads the state of a deployment; host and port of the cluster come with the request.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record ClusterRequest
    {
        public required string ClusterHost { get; init; }
        public int Port { get; init; } = 6443;
        public required string Deployment { get; init; }
    }

    public sealed class DeploymentPlugin(HttpClient http)
    {
        [KernelFunction, Description("State of a deployment.")]
        public async Task<string> GetStatusAsync(ClusterRequest request)
        {
            var builder = new UriBuilder
            {
                Scheme = "https",
                Host = request.ClusterHost,
                Port = request.Port,
                Path = $"/deployments/{Uri.EscapeDataString(request.Deployment)}/status",
            };
            return await http.GetStringAsync(builder.Uri);
        }
    }
}

namespace Fixed
{
    public enum Cluster { Staging, Production }

    public record ClusterRequest
    {
        public required Cluster Cluster { get; init; }
        public required string Deployment { get; init; }
    }

    public sealed class DeploymentPlugin(HttpClient http)
    {
        [KernelFunction, Description("State of a deployment.")]
        public async Task<string> GetStatusAsync(ClusterRequest request)
        {
            var builder = new UriBuilder
            {
                Scheme = "https",
                Host = request.Cluster is Cluster.Production ? "production.example.org" : "staging.example.org",
                Port = 6443,
                Path = "/deployments/status",
                Query = $"name={Uri.EscapeDataString(request.Deployment)}",
            };
            using var document = JsonDocument.Parse(await http.GetStringAsync(builder.Uri));
            return document.RootElement.GetProperty("state").GetString() ?? "unknown";
        }
    }
}
