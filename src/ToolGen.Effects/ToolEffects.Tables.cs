using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Data;

namespace ToolGen.Effects;

public sealed partial class ToolEffects
{
    /// <summary>The tables of a granted database, at most 200, for people and models who write specs.</summary>
    /// <param name="database">Its logical name.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="ToolException"><c>denied</c>: it is not granted; <c>unavailable</c>: it cannot be opened.</exception>
    public Task<IReadOnlyList<BoundTable>> TablesOfAsync(string database, CancellationToken cancellationToken = default)
    {
        var context = this.For(new Looker(database));
        return new BoundTables(context.Data, this.grants.Databases.TryGetValue(database, out var grant) ? grant.Provider : "").ReadAsync(database, cancellationToken);
    }

    /// <summary>Who looks: a tool that may read this database and do nothing else.</summary>
    private sealed class Looker(string database) : Tool
    {
        public override ToolDescriptor Descriptor { get; } = new()
        {
            Name = "guide",
            Description = "Lists what a database holds.",
            Version = "1.0.0",
            Kind = "host",
            InputSchema = default,
            OutputSchema = default,
            McpTool = default,
            Annotations = new(true, false, true, false),
            Capabilities = [$"sql {database} read"],
            SpecHash = "",
        };

        public override ToolLimits Limits { get; } = ToolLimits.Default with { Sql = 1_000 };

        public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("it is never called");
    }
}
