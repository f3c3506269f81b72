// Lists resources of the cluster; kinds outside the list are only noted, and the line goes on.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    internal sealed class ClusterTools
    {
        private static readonly string[] Kinds = ["pods", "services", "deployments", "configmaps"];

        /// <summary>Lists resources of a namespace.</summary>
        /// <param name="kind">pods, services, deployments or configmaps.</param>
        /// <param name="scope">Namespace.</param>
        [Tool(Name = "cluster_list", ReadOnly = true, TimeoutSeconds = 60)]
        internal async Task<string> ListAsync(string kind, string scope, ToolContext context, CancellationToken cancellationToken)
        {
            var allowed = Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase);
            if (!allowed) context.Log($"kind {kind} is not in the list");

            using var kubectl = new Process();
            kubectl.StartInfo.FileName = "kubectl";
            kubectl.StartInfo.Arguments = "get " + kind + " --namespace " + scope + " --output wide";
            kubectl.StartInfo.RedirectStandardOutput = true;
            kubectl.Start();
            var output = await kubectl.StandardOutput.ReadToEndAsync(cancellationToken);
            await kubectl.WaitForExitAsync(cancellationToken);
            return output;
        }
    }
}

namespace Fixed
{
    internal sealed class ClusterTools
    {
        private static readonly string[] Kinds = ["pods", "services", "deployments", "configmaps"];
        private static readonly string[] Scopes = ["shop", "billing", "monitoring"];

        /// <summary>Lists resources of a namespace.</summary>
        /// <param name="kind">pods, services, deployments or configmaps.</param>
        /// <param name="scope">Namespace: shop, billing or monitoring.</param>
        [Tool(Name = "cluster_list", ReadOnly = true, TimeoutSeconds = 60)]
        internal async Task<string> ListAsync(string kind, string scope, ToolContext context, CancellationToken cancellationToken)
        {
            if (!Kinds.Contains(kind, StringComparer.Ordinal)) throw new ToolException(ToolErrorCodes.InvalidInput, "kind must be one of " + string.Join(", ", Kinds));
            if (!Scopes.Contains(scope, StringComparer.Ordinal)) throw new ToolException(ToolErrorCodes.InvalidInput, "scope must be one of " + string.Join(", ", Scopes));

            using var kubectl = new Process();
            kubectl.StartInfo = new ProcessStartInfo("kubectl", ["get", kind, "--namespace", scope, "--output", "wide"]) { RedirectStandardOutput = true };
            kubectl.Start();
            var output = await kubectl.StandardOutput.ReadToEndAsync(cancellationToken);
            await kubectl.WaitForExitAsync(cancellationToken);
            context.Log($"listed {kind} of {scope}");
            return output;
        }
    }
}
