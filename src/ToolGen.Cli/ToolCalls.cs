using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge;
using ToolGen.Forge.Trial;

namespace ToolGen.Cli;

/// <summary>Calls of forged tools, in the child process.</summary>
internal static class ToolCalls
{
    public static async Task<RunResult> RunAsync(ForgedSet set, int tool, string arguments, CancellationToken cancellationToken) =>
        (await new ToolTrial(Workers.Command).CallAsync(set, [(tool, arguments)], null, cancellationToken))[0];
}
