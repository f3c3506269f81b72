using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Effects.Tests;

namespace ToolGen.Benchmarks.Effects;

/// <summary>Files that are replaced, each as a careful program does it: written beside, made to last, renamed.</summary>
internal sealed class FileWriteRow(string name, int files, int bytes) : IEffectsRow
{
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-bench-").FullName;
    private readonly StubTool tool = new("write out/**");
    private readonly byte[] content = new byte[bytes];
    private ToolEffects? effects;

    public string Name => name;

    public int Pairs => 30;

    public ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        this.effects = new(new() { Folders = new Dictionary<string, FolderGrant> { ["out"] = new(this.folder, GrantAccess.ReadWrite) } });
        return default;
    }

    public ValueTask<long> GuardedAsync(CancellationToken cancellationToken)
    {
        using var outputs = this.effects!.For(this.tool).Files.BeginWrite();
        for (var i = 0; i < files; i++) outputs.Create($"out/{i}.bin").Write(this.content);
        outputs.Commit();
        return new(files);
    }

    public ValueTask<long> BareAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < files; i++)
        {
            using (var stream = new FileStream(Path.Combine(this.folder, $"{i}.tmp"), FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(this.content);
                stream.Flush(flushToDisk: true);
            }
        }

        for (var i = 0; i < files; i++) File.Move(Path.Combine(this.folder, $"{i}.tmp"), Path.Combine(this.folder, $"{i}.bin"), overwrite: true);
        return new(files);
    }

    public async ValueTask DisposeAsync()
    {
        if (this.effects is not null) await this.effects.DisposeAsync();
        Directory.Delete(this.folder, recursive: true);
    }
}
