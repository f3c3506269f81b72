using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Registries;

/// <summary>Samples of somebody who needs a tool, run on versions that seem to fit: whether one is to be taken or another to be made they decide, not a score.</summary>
internal static class AskedTools
{
    private const int MostRun = 5;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    /// <summary>Reads a file of samples.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static AskedSamples Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > 4 * AskedSamples.MaximumCharacters) throw new UsageException($"{path} is too large: give fewer or smaller samples");
            return AskedSamples.Read(new SourceText(path, File.ReadAllText(path)), out var refusal) ?? throw new UsageException($"{path}: {refusal}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} can't be read: {e.Message}");
        }
    }

    /// <summary>Runs them, on five at most that take them, in the order given.</summary>
    /// <param name="registry">Where the versions stand.</param>
    /// <param name="forge">Runs them.</param>
    /// <param name="versions">The best first.</param>
    /// <param name="samples">What is needed.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<IReadOnlyList<AskedTool>> RunAsync(
        IToolRegistry registry, RegistryForge forge, IReadOnlyList<StoredVersion> versions, AskedSamples samples, CancellationToken cancellationToken)
    {
        var (clock, run) = (Stopwatch.StartNew(), 0);
        var tried = new List<AskedTool>();
        foreach (var version in versions)
        {
            var left = Time - clock.Elapsed;
            var why = run == MostRun ? $"not run: {MostRun} others were" : left <= TimeSpan.Zero ? "not run: the time was over" : Unfit(version, samples);
            if (why is null) run++;
            var came = why is null ? await forge.RunAsync(registry, version, samples, left, cancellationToken) : null;
            tried.Add(new(version, came, came?.Why ?? why));
        }

        return tried;
    }

    /// <summary>Why a version can't be run on samples; null: it can.</summary>
    public static string? Unfit(StoredVersion version, AskedSamples samples) =>
        SpecReader.Read("spec", Encoding.UTF8.GetBytes(version.Spec)).Spec is not { } spec ? "its spec can't be read"
        : samples.Unfit(spec) is { } unfit ? $"its schemas do not take the samples: {unfit}"
        : null;
}

/// <summary>A version and what came of somebody's samples on it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Run">What came of them; null: they were not run.</param>
/// <param name="Why">Why they were not run, or why the first did not pass; null: all passed.</param>
internal sealed record AskedTool(StoredVersion Version, AskedRun? Run, string? Why)
{
    /// <summary>Whether it does what was asked for.</summary>
    public bool IsWhole => this.Run is { IsWhole: true };

    /// <summary>What came of it, on one line.</summary>
    public string Line => this.Run is { } run ? FormattableString.Invariant($"passes {run.Passed} of {run.Count}{(this.Why is null ? "" : $"; {this.Why}")}") : this.Why!;
}
