// Starts a build and polls until it is finished; a build that stays "running" keeps the tool in its loop for ever.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IBuildServer
    {
        Task<Guid> StartAsync(string branch, CancellationToken cancellationToken);
        Task<string> StateAsync(Guid build, CancellationToken cancellationToken);
    }

    [McpServerToolType]
    public sealed class BuildTools(IBuildServer server)
    {
        [McpServerTool(Name = "run_build"), Description("Builds a branch and says how it ended.")]
        public async Task<string> RunAsync(string branch)
        {
            var build = await server.StartAsync(branch, CancellationToken.None);
            while (true)
            {
                var state = await server.StateAsync(build, CancellationToken.None);
                if (state is "succeeded" or "failed")
                {
                    return state;
                }

                await Task.Delay(2000);
            }
        }
    }
}

namespace Fixed
{
    public interface IBuildServer
    {
        Task<Guid> StartAsync(string branch, CancellationToken cancellationToken);
        Task<string> StateAsync(Guid build, CancellationToken cancellationToken);
    }

    [McpServerToolType]
    public sealed class BuildTools(IBuildServer server)
    {
        private const int MostPolls = 300;

        [McpServerTool(Name = "run_build"), Description("Builds a branch and says how it ended, or that it still runs after ten minutes.")]
        public async Task<string> RunAsync(string branch, CancellationToken cancellationToken)
        {
            var build = await server.StartAsync(branch, cancellationToken);
            for (var poll = 0; poll < MostPolls; poll++)
            {
                var state = await server.StateAsync(build, cancellationToken);
                if (state is "succeeded" or "failed")
                {
                    return state;
                }

                await Task.Delay(2000, cancellationToken);
            }

            return $"still running: {build}";
        }
    }
}
