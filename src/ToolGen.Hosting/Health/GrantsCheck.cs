using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ToolGen.Effects;

namespace ToolGen.Hosting.Health;

/// <summary>Degraded where tools need what the host does not grant: those calls would be refused.</summary>
internal sealed class GrantsCheck(ToolHost host, Grants grants) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missing = host.Descriptors.SelectMany(tool => MissingGrant.Of(grants, tool.Capabilities).Select(one => $"{tool.Name} needs {one.Needs}: add {one.Line}")).ToArray();
        return Task.FromResult(missing.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", missing)));
    }
}
