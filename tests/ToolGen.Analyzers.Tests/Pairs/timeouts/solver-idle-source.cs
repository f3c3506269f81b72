// Runs a route solver with a token of a source that no one ever cancels.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IRouteSolver
    {
        Task<IReadOnlyList<int>> SolveAsync(IReadOnlyList<int> stops, CancellationToken cancellationToken);
    }

    [McpServerToolType]
    public sealed class RouteTools(IRouteSolver solver)
    {
        [McpServerTool(Name = "plan_route"), Description("Order in which to visit up to 50 stops.")]
        public async Task<IReadOnlyList<int>> PlanAsync(int[] stops)
        {
            if (stops.Length > 50) throw new ArgumentException("at most 50 stops");
            using var source = new CancellationTokenSource();
            return await solver.SolveAsync(stops, source.Token);
        }
    }
}

namespace Fixed
{
    public interface IRouteSolver
    {
        Task<IReadOnlyList<int>> SolveAsync(IReadOnlyList<int> stops, CancellationToken cancellationToken);
    }

    [McpServerToolType]
    public sealed class RouteTools(IRouteSolver solver)
    {
        [McpServerTool(Name = "plan_route"), Description("Order in which to visit up to 50 stops.")]
        public async Task<IReadOnlyList<int>> PlanAsync(int[] stops, CancellationToken cancellationToken)
        {
            if (stops.Length > 50) throw new ArgumentException("at most 50 stops");
            using var time = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            using var source = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
            return await solver.SolveAsync(stops, source.Token);
        }
    }
}
