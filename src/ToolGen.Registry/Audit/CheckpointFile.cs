using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Audit;

/// <summary>
/// The checkpoints of a log, one behind the other in a file outside the database; the newest one also beside the host's key, so that cutting log and file down together shows. One process at a time adds to it.
/// </summary>
internal sealed class CheckpointFile(string path, string registry, HostKey key)
{
    /// <summary>The largest file that is read: some hundred million records.</summary>
    public const int Largest = 128 << 20;

    private readonly string origin = Checkpoint.OriginOf(HostEdges.IsRegistry(registry) ? registry : throw Damaged("its id is no registry's"));

    private bool isPlaced;

    public string Path => path;

    /// <summary>What the host knows of the log itself.</summary>
    public HostEdges Edges { get; } = new(key);

    /// <summary>Where the newest checkpoint stands a second time.</summary>
    public string NewestPath => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(key.Path)!, "checkpoints", registry);

    /// <summary>The newest checkpoint, for a start; null: there is none. Which of the two places is ahead counts.</summary>
    /// <exception cref="RegistryException">One is not the host's.</exception>
    public Checkpoint? Newest()
    {
        var (inFile, beside) = (this.Last(), this.Beside());
        return (inFile?.Size ?? -1) >= (beside?.Size ?? -1) ? inFile : beside;
    }

    /// <summary>Signs how far the log is, where nobody has yet. Before anything, the log is held against what this host knows of it: it goes on from there, or is refused.</summary>
    /// <param name="store">The rows; asked while no other process signs, and brought to the disk before: what is signed must not get lost.</param>
    /// <param name="enough">Records that may stay without a checkpoint.</param>
    /// <param name="isDurable">Whether what is signed must be on the disk when this answers.</param>
    /// <returns>How many records are sealed.</returns>
    /// <exception cref="RegistryException">The log is shorter than what was signed, or another one.</exception>
    public long Seal(IStoreWriter store, long enough, bool isDurable)
    {
        using var mine = FileLock.Enter(path + ".lock");
        this.HoldPlace();
        var (last, edge) = (this.Newest(), this.Edges.Of(registry));
        var now = store.Read(rows => Held(rows, last, edge));

        // What was signed before hosts kept edges gets its own now.
        var isOld = last is not null && edge is null;
        if (now.Size == 0 || (now.Size - (last?.Size ?? 0) <= enough && !isOld)) return last?.Size ?? 0;
        this.TakePlace();

        // A checkpoint over what a machine without power then loses would be one over another log.
        store.Sync();
        var count = edge is null ? this.Count() : edge.Checkpoints + this.Behind(edge.Size);
        if (last?.Size == now.Size) this.Edges.Keep(new(registry, now.Size, now.Range, edge?.Since ?? 0, count));
        else this.Write(now, edge?.Since ?? (last is null ? now.Size : 0), count, isDurable);
        return now.Size;
    }

    /// <summary>Holds a log against what this host knows of it; writes nothing.</summary>
    /// <exception cref="RegistryException">It is another one.</exception>
    public void Hold(IRegistryStore store)
    {
        this.HoldPlace();

        // Before the head: a log that goes on meanwhile goes on from there as well.
        var (last, edge) = (this.Newest(), this.Edges.Of(registry));
        store.ReadWhole(rows => Held(rows, last, edge));
    }

    /// <summary>Knows a log from its beginning, since it was made here.</summary>
    public void Begin(Head head)
    {
        this.Edges.Keep(new(registry, head.Size, head.Range, 0, 0));
        this.Edges.Place(path, registry);
    }

    /// <summary>Takes a log over as it stands, because a person said so. What was signed before is put aside.</summary>
    /// <param name="head">Where it ends, as the person saw it.</param>
    /// <param name="at">Stands in the names of what is put aside.</param>
    public void TakeOver(Head head, DateTimeOffset at)
    {
        using var mine = FileLock.Enter(path + ".lock");
        foreach (var old in new[] { path, this.NewestPath, this.Edges.PathOf(registry) })
            if (File.Exists(old)) File.Move(old, $"{old}.{at.UtcDateTime:yyyyMMdd'T'HHmmssfff}", overwrite: false);
        this.Edges.Keep(new(registry, head.Size, head.Range, head.Size, 0), begins: true);
        this.Edges.Place(path, registry);
        this.Write(head, head.Size, 0, isDurable: true);
    }

    /// <summary>Holds the registry against the one that this host signed here.</summary>
    /// <exception cref="RegistryException">It is another one.</exception>
    public void HoldPlace()
    {
        if (this.isPlaced || this.Edges.At(path) is not { } known) return;
        this.isPlaced = known == registry ? true : throw Damaged($"another registry ({known[..Math.Min(8, known.Length)]}) lay here");
    }

    private static Head Held(IStoredRows rows, Checkpoint? last, Edge? edge)
    {
        var head = rows.RequireHead();
        Hold(head, last);
        if (edge is not null) EdgeCheck.Hold(head, edge, rows);
        return head;
    }

    private void TakePlace()
    {
        if (this.isPlaced) return;
        this.Edges.Place(path, registry);
        this.isPlaced = true;
    }

    private void Write(Head now, long since, long before, bool isDurable)
    {
        var note = key.Sign(new Checkpoint(this.origin, now.Size, Convert.ToBase64String(RangeOf(now).Root())));
        using (var file = PrivateFiles.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
        {
            // What a process did not finish is no checkpoint.
            file.SetLength(WholeLength(file));
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes(note));
            if (isDurable) file.Flush(flushToDisk: true);
        }

        // The edge last: a process that ends before it leaves an older one, from which the log goes on as well.
        PrivateFiles.CreateFolder(System.IO.Path.GetDirectoryName(this.NewestPath)!);
        PrivateFiles.Replace(this.NewestPath, note);
        this.Edges.Keep(new(registry, now.Size, now.Range, since, before + 1));
    }

    /// <summary>Holds a head against a checkpoint as far as that goes without the log.</summary>
    public static void Hold(Head head, Checkpoint? last)
    {
        if (last is null) return;
        if (last.Size > head.Size) throw Damaged($"it has {head.Size} records, and its host signed {last.Size}");
        if (last.Size == head.Size && last.Root != Convert.ToBase64String(RangeOf(head).Root())) throw Damaged("its records are not those that its host signed");
    }

    public static MerkleRange RangeOf(Head head) => MerkleRange.Read(head.Size, head.Range) ?? throw Damaged("the edge of its tree does not fit its size");

    /// <summary>The notes of the file, each whole; what stands behind the last is not finished.</summary>
    public static (IReadOnlyList<string> Notes, string Unfinished) Split(string text)
    {
        var notes = new List<string>();
        var start = 0;
        for (int at; (at = End(text, start)) >= 0; start = at) notes.Add(text[start..(at - 1)]);
        return (notes, text[start..]);
    }

    private static int End(string text, int start)
    {
        // An empty line stands before the signature, the second one ends the note.
        var first = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf("\n\n", first + 2, StringComparison.Ordinal);
        return second < 0 ? -1 : second + 2;
    }

    private Checkpoint? Last()
    {
        if (!File.Exists(path)) return null;
        using var file = PrivateFiles.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var (notes, _) = Split(Tail(file));
        return notes.Count == 0 ? null : this.Read(notes[^1], path);
    }

    /// <summary>How many there are, where the host does not know yet.</summary>
    private long Count() => File.Exists(path) && new FileInfo(path).Length <= Largest ? Split(File.ReadAllText(path)).Notes.Count : 0;

    /// <summary>How many a process wrote that ended before the edge was kept.</summary>
    private long Behind(long size)
    {
        if (!File.Exists(path)) return 0;
        using var file = PrivateFiles.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Split(Tail(file)).Notes.Count(note => Checkpoint.Read(note, [key.Public]).Checkpoint?.Size > size);
    }

    private Checkpoint? Beside() => File.Exists(this.NewestPath) && Split(File.ReadAllText(this.NewestPath)) is { Notes: [var note] } ? this.Read(note, this.NewestPath) : null;

    private Checkpoint Read(string note, string place) => Checkpoint.Read(note, [key.Public]) is { Checkpoint: { } checkpoint } && checkpoint.Origin == this.origin
        ? checkpoint
        : throw Damaged($"the last checkpoint in {place} is not this host's");

    private static long WholeLength(FileStream file)
    {
        var tail = Tail(file);
        return file.Length - Encoding.UTF8.GetByteCount(Split(tail).Unfinished);
    }

    // The last notes; the first of them may be cut, so it begins behind an empty line that ends one.
    private static string Tail(FileStream file)
    {
        var length = Math.Min(file.Length, 4L * Checkpoint.Longest);
        var bytes = new byte[length];
        file.Seek(-length, SeekOrigin.End);
        file.ReadExactly(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        if (length == file.Length) return text;
        var origin = text.IndexOf("\n\ntoolgen.registry/", StringComparison.Ordinal);
        return origin < 0 ? "" : text[(origin + 2)..];
    }

    internal static RegistryException Damaged(string why) =>
        new(RegistryFault.Damaged, $"the log of this registry is not the one that its host signed: {why}. Nothing is written to it; `toolgen audit verify` says where, and a copy of the file from before may be right. Where a person put an older one in its place, or moved the registry here, `toolgen audit accept` begins with the log as it stands");
}
