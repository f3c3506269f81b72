using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ToolGen.Registry.Audit;

/// <summary>The checkpoints of a registry, each read and its signature verified: to be held against the tree while the log is read.</summary>
internal sealed class SealedSizes
{
    private readonly Dictionary<long, string> roots = [];
    private readonly List<long> filed = [];
    private (long Size, string Root)? edge;

    /// <summary>How far the newest reaches.</summary>
    public long Newest { get; private set; }

    /// <summary>Whether there is none at all.</summary>
    public bool IsEmpty => this.roots.Count == 0;

    /// <summary>The root that was signed for a size; null: none was.</summary>
    public string? RootAt(long size) => this.roots.GetValueOrDefault(size) ?? (this.edge is var (known, root) && known == size ? root : null);

    /// <summary>Whether there is a checkpoint of this size.</summary>
    public bool IsCheckpoint(long size) => this.roots.ContainsKey(size);

    public static SealedSizes Read(CheckpointFile file, string registry, byte[] hostKey, Problems problems, List<string> remarks)
    {
        // First: what is signed meanwhile stands in the file then, and is not missed there.
        var sizes = new SealedSizes();
        var (known, why) = EdgeOf(file, registry);
        var origin = Checkpoint.OriginOf(registry);
        var notes = 0;
        if (!File.Exists(file.Path))
        {
            remarks.Add($"there is no file of checkpoints at {file.Path}");
        }
        else if (new FileInfo(file.Path).Length > CheckpointFile.Largest)
        {
            problems.Add("checkpoints", "the file is too large to be one");
        }
        else
        {
            var (all, unfinished) = CheckpointFile.Split(File.ReadAllText(file.Path, Encoding.UTF8));
            if (unfinished.Length > Checkpoint.Longest) problems.Add("checkpoints", "what stands behind the last checkpoint is none");
            else if (unfinished.Length > 0) remarks.Add("the last checkpoint of the file is not finished: a process ended while it wrote it");
            foreach (var note in all) sizes.Take(note, $"checkpoints, {++notes}", origin, hostKey, problems);
        }

        sizes.TakeNewest(file, notes, origin, hostKey, problems);
        if (why is null) sizes.TakeEdge(known, problems, remarks);
        else problems.Add("checkpoints, edge", why);
        return sizes;
    }

    private static (Edge? Edge, string? Why) EdgeOf(CheckpointFile file, string registry)
    {
        try
        {
            file.HoldPlace();
            return (file.Edges.Of(registry), null);
        }
        catch (RegistryException e)
        {
            return (null, e.Message);
        }
    }

    private void TakeEdge(Edge? known, Problems problems, List<string> remarks)
    {
        if (known is null)
        {
            remarks.Add("this host knows nothing of this log yet: whether it is the one that was written, only its root tells, held against one that was noted elsewhere");
            return;
        }

        var root = Convert.ToBase64String(MerkleRange.Read(known.Size, known.Range)!.Root());
        if (this.RootAt(known.Size) is { } other && other != root) problems.Add("checkpoints, edge", $"the host knew another root of {known.Size} records than it signed: there were two logs");
        this.edge = (known.Size, root);
        if (known.Since > 0) remarks.Add($"this host took the log over when it had {known.Since} records: of those only their root tells whether they are the ones that were written");
        if (known.Size > Math.Max(this.Newest, 1)) problems.Add("checkpoints", $"the file ends at {this.Newest} records, and the host knew {known.Size}: it was cut, or is gone");
        if (this.filed.Count(size => size <= known.Size) is var count && count != known.Checkpoints) problems.Add("checkpoints", $"{count} of the {known.Checkpoints} that the host signed stand in the file: the others were taken out");
        if (known.Size > 1) this.Newest = Math.Max(this.Newest, known.Size);
    }

    private void TakeNewest(CheckpointFile file, int notes, string origin, byte[] hostKey, Problems problems)
    {
        if (!File.Exists(file.NewestPath))
        {
            if (notes > 1) problems.Add("checkpoints, newest", $"the newest one does not stand beside the host's key ({file.NewestPath}), where each is kept a second time");
            return;
        }

        var (inFile, length) = (this.Newest, new FileInfo(file.NewestPath).Length);
        var text = length > Checkpoint.Longest ? "" : File.ReadAllText(file.NewestPath, Encoding.UTF8);
        var split = CheckpointFile.Split(text).Notes;
        if (split.Count != 1) problems.Add("checkpoints, newest", "what stands beside the host's key is no checkpoint");
        else if (!this.Take(split[0], "checkpoints, newest", origin, hostKey, problems, isAgain: true)) return;
        if (this.Newest > inFile) problems.Add("checkpoints", $"the file ends at {inFile} records, and the host signed {this.Newest}: it was cut");
    }

    private bool Take(string note, string where, string origin, byte[] hostKey, Problems problems, bool isAgain = false)
    {
        var (checkpoint, why) = Checkpoint.Read(note, [hostKey]);
        if (checkpoint is not null && checkpoint.Origin != origin) why = "it is another registry's";
        else if (checkpoint is not null && !isAgain && checkpoint.Size <= this.Newest) why = "it stands out of order";
        else if (checkpoint is not null && this.roots.TryGetValue(checkpoint.Size, out var other) && other != checkpoint.Root) why = $"two roots were signed for {checkpoint.Size} records: there were two logs";
        if (checkpoint is null || why is not null)
        {
            problems.Add(where, why!);
            return false;
        }

        this.roots[checkpoint.Size] = checkpoint.Root;
        if (!isAgain) this.filed.Add(checkpoint.Size);
        this.Newest = Math.Max(this.Newest, checkpoint.Size);
        return true;
    }
}
