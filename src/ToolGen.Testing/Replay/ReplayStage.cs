using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Json;
using ToolGen.Testing.Replay.Data;
using ToolGen.Testing.Replay.Files;

namespace ToolGen.Testing.Replay;

/// <summary>The place where one sample runs: its folders and databases, made before it and gone after it.</summary>
internal sealed class ReplayStage : IAsyncDisposable
{
    private readonly ToolEffects effects;

    private ReplayStage(ReplayState state, ReplayFolders? folders, ReplayDatabases databases, Func<string, Tool?>? findTool)
    {
        this.State = state;
        this.Folders = folders;
        this.Databases = databases;
        this.effects = new(
            new Grants { Folders = folders?.Grants ?? [], Databases = databases.Grants },
            new() { FindTool = findTool, Around = context => new ReplayContext(context, state) });
    }

    public ReplayState State { get; }

    /// <summary>Null where neither the tool nor the sample speaks of files.</summary>
    public ReplayFolders? Folders { get; }

    public ReplayDatabases Databases { get; }

    /// <summary>Makes the world of a sample.</summary>
    /// <param name="tool">For the folders and databases that it and the tools that it calls can name.</param>
    /// <param name="world">Before the call.</param>
    /// <param name="expect">What is looked at after it.</param>
    /// <param name="findTool">Finds the tools that really run.</param>
    /// <param name="cancellationToken">Ends the work with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SampleWorldException">It can't be made.</exception>
    public static ReplayStage Create(Tool tool, ReplayWorld world, JsonObject? expect, Func<string, Tool?>? findTool, CancellationToken cancellationToken)
    {
        var reach = Reach(tool, findTool);
        var databases = ReplayDatabases.Create(reach.OfType<SqlCapability>().Select(sql => sql.Database), world.Sql, cancellationToken);
        try
        {
            var paths = (expect?["files"] as JsonObject)?.Members.Select(file => file.Name.Split('/')[0]) ?? [];
            var folders = reach.OfType<FileCapability>().Select(file => file.Folder).Concat(paths).Distinct().ToArray();
            return new(new ReplayState(world), folders.Length + world.Files.Count > 0 ? ReplayFolders.Create(folders, world.Files) : null, databases, findTool);
        }
        catch
        {
            databases.Dispose();
            throw;
        }
    }

    /// <summary>A context for the tool of the sample.</summary>
    public (ReplayContext Context, CallScope Scope) For(Tool tool)
    {
        var inner = this.effects.For(tool);
        return (new ReplayContext(inner, this.State), inner.Scope);
    }

    public async ValueTask DisposeAsync()
    {
        await this.effects.DisposeAsync().ConfigureAwait(false);
        this.Databases.Dispose();
        this.Folders?.Dispose();
    }

    /// <summary>The capabilities of a tool and of all that it can call.</summary>
    private static List<Capability> Reach(Tool tool, Func<string, Tool?>? findTool)
    {
        var all = new List<Capability>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<Tool>([tool]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.Descriptor.Name)) continue;
            var own = CapabilitySet.Of(next.Descriptor.Capabilities).All;
            all.AddRange(own);
            foreach (var called in own.OfType<ToolCapability>())
                if (findTool?.Invoke(called.Reference) is { } callee) open.Enqueue(callee);
        }

        return all;
    }
}
