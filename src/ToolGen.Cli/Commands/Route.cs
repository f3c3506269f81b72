using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge;
using ToolGen.Forge.Specs;

namespace ToolGen.Cli.Commands;

/// <summary>The way of specs through the stations, as every command goes it: what needs no sandbox is done while that opens.</summary>
internal static class Route
{
    /// <summary>Read → Generate → Compile → Inspect → Try, and Worth where it is asked for.</summary>
    /// <param name="forge">Whose stations.</param>
    /// <param name="inputs">The specs.</param>
    /// <param name="sandbox">Where their code runs.</param>
    /// <param name="weighs">Whether samples are weighed.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<ForgedSet> GoAsync(Forge.Forge forge, IReadOnlyList<SpecInput> inputs, OpeningSandbox sandbox, bool weighs, CancellationToken cancellationToken)
    {
        var made = await Task.Run(() => forge.Make(inputs, cancellationToken), cancellationToken);
        var open = await sandbox.ReadyAsync();
        var tried = await forge.TryAsync(made, open, cancellationToken);
        return weighs ? await forge.WeighAsync(tried, open, cancellationToken) : tried;
    }
}
