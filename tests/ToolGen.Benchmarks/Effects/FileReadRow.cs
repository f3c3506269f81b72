using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Effects.Tests;

namespace ToolGen.Benchmarks.Effects;

/// <summary>Files opened one after another and read to their end through a buffer of 64 KiB.</summary>
internal sealed class FileReadRow(string name, int files, int bytes) : IEffectsRow
{
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-bench-").FullName;
    private readonly StubTool tool = new("read data/**");
    private readonly byte[] buffer = new byte[64 << 10];
    private ToolEffects? effects;

    public string Name => name;

    public int Pairs => 60;

    public ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < files; i++) File.WriteAllBytes(Path.Combine(this.folder, $"{i}.bin"), new byte[bytes]);
        this.effects = new(new() { Folders = new Dictionary<string, FolderGrant> { ["data"] = new(this.folder) } });
        return default;
    }

    public ValueTask<long> GuardedAsync(CancellationToken cancellationToken)
    {
        var sum = 0L;
        var context = this.effects!.For(this.tool).Files;
        for (var i = 0; i < files; i++)
        {
            using var stream = context.OpenRead($"data/{i}.bin");
            sum += this.Drain(stream);
        }

        return new(sum);
    }

    public ValueTask<long> BareAsync(CancellationToken cancellationToken)
    {
        var sum = 0L;
        for (var i = 0; i < files; i++)
        {
            using var stream = new FileStream(Path.Combine(this.folder, $"{i}.bin"), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            sum += this.Drain(stream);
        }

        return new(sum);
    }

    public async ValueTask DisposeAsync()
    {
        if (this.effects is not null) await this.effects.DisposeAsync();
        Directory.Delete(this.folder, recursive: true);
    }

    private long Drain(Stream stream)
    {
        var sum = 0L;
        while (stream.Read(this.buffer) is > 0 and var read) sum += read;
        return sum;
    }
}
