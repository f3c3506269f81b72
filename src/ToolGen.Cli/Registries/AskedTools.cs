using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Registries;

/// <summary>Samples of somebody who needs a tool, run on versions that seem to fit: whether one is to be taken or another to be made they decide, not a score.</summary>
internal static class AskedTools
{
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
    public static async Task<IReadOnlyList<TriedTool<StoredVersion>>> RunAsync(
        IToolRegistry registry, RegistryForge forge, IReadOnlyList<StoredVersion> versions, AskedSamples samples, CancellationToken cancellationToken)
    {
        var tried = new List<TriedTool<StoredVersion>>();
        await foreach (var one in AskedSamples.TryAsync(versions, Time, version => samples.Unfit(version.Spec), RunAsync)) tried.Add(one);
        return tried;

        async Task<TriedTool<StoredVersion>> RunAsync(StoredVersion version, TimeSpan left)
        {
            var run = await forge.RunAsync(registry, version, samples, left, cancellationToken);
            return new(version, run, run.Why);
        }
    }

    /// <summary>What came of it, on one line.</summary>
    public static string Line(TriedTool<StoredVersion> tried) =>
        tried.Run is { } run ? FormattableString.Invariant($"passes {run.Passed} of {run.Count}{(tried.Why is null ? "" : $"; {tried.Why}")}") : tried.Why!;
}
