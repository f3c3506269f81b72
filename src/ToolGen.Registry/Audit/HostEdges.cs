using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Audit;

/// <summary>How far a host knows a log: the edge of its tree, which any longer log must go on from.</summary>
/// <param name="Registry">The registry's id.</param>
/// <param name="Size">How many records there were.</param>
/// <param name="Range">See <see cref="MerkleRange"/>.</param>
/// <param name="Since">How many there were when this host took the log over; 0: it saw it from its beginning.</param>
/// <param name="Checkpoints">How many checkpoints stand in their file up to that size.</param>
internal sealed record Edge(string Registry, long Size, byte[] Range, long Since, long Checkpoints);

/// <summary>
/// What a host knows of the logs that it signs, beside its key: an edge of each in a file of its own, and a list of all of them. Each is signed. A registry that stands in the list and has no edge, and a list that is gone, are told:
/// without them a host would sign whatever it is shown.
/// </summary>
internal sealed class HostEdges(HostKey key)
{
    private const string EdgeForm = "toolgen.edge/1", ListForm = "toolgen.registries/1", PlaceForm = "toolgen.place/1";

    private const int LongestEdge = 8_192, LongestList = 64 << 20;

    private readonly string folder = Path.Combine(Path.GetDirectoryName(key.Path)!, "edges");

    /// <summary>Whether a text is the id of a registry: it names files, too.</summary>
    public static bool IsRegistry(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    /// <summary>The file with the edge of a registry.</summary>
    public string PathOf(string registry) => Path.Combine(this.folder, registry);

    /// <summary>The edge of a registry; null: this host has signed nothing of it.</summary>
    /// <exception cref="RegistryException">It is gone, or not the host's.</exception>
    public Edge? Of(string registry)
    {
        var (isListed, path) = (this.IsListed(registry), this.PathOf(registry));
        if (!File.Exists(path) && isListed) throw Damaged($"it signed this log before, and what it knows of it ({path}) is gone");
        if (!File.Exists(path)) return null;
        return this.Read(File.ReadAllText(Bounded(path, LongestEdge))) is { } edge && edge.Registry == registry ? edge : throw Damaged($"what it knows of this log ({path}) is not what it wrote");
    }

    /// <summary>The registry that this host signed at a place; null: none. Another one that is put there is not signed as if it were new.</summary>
    /// <param name="checkpoints">Where its checkpoints lie.</param>
    /// <exception cref="RegistryException">What says so is not the host's.</exception>
    public string? At(string checkpoints)
    {
        var path = this.PlaceOf(checkpoints);
        if (!File.Exists(path)) return null;
        return this.Verified(File.ReadAllText(Bounded(path, LongestEdge))) is [PlaceForm, { } registry] ? registry : throw Damaged($"what it knows of this place ({path}) is not what it wrote");
    }

    /// <summary>Knows which registry lies at a place.</summary>
    public void Place(string checkpoints, string registry)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(this.PlaceOf(checkpoints))!);
        PrivateFiles.Replace(this.PlaceOf(checkpoints), this.Signed($"{PlaceForm}\n{registry}\n"));
    }

    /// <summary>Keeps an edge.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="begins">Whether a person said so: then a list that is gone is made anew, of what lies here.</param>
    public void Keep(Edge edge, bool begins = false)
    {
        PrivateFiles.CreateFolder(this.folder);
        PrivateFiles.Replace(this.PathOf(edge.Registry), this.Signed(string.Create(CultureInfo.InvariantCulture, $"{EdgeForm}\n{edge.Registry}\n{edge.Size}\n{edge.Since}\n{edge.Checkpoints}\n{Convert.ToBase64String(edge.Range)}\n")));
        using (FileLock.Enter(key.ListPath + ".lock"))
        {
            // Behind the edge: a process that ends between the two leaves an edge that the next one lists.
            var ids = this.ListedOrHere(begins);
            if (!ids.Contains(edge.Registry, StringComparer.Ordinal)) PrivateFiles.Replace(key.ListPath, this.Signed($"{ListForm}\n{string.Concat(ids.Append(edge.Registry).Order(StringComparer.Ordinal).Select(id => id + "\n"))}"));
            key.Mark();
        }
    }

    /// <summary>The list of a host that has signed nothing yet.</summary>
    public static string Empty(Func<string, string> sign) => Signed(ListForm + "\n", sign);

    /// <summary>How many registries a list names, whoever signed it.</summary>
    public static int CountOf(string path) => File.Exists(path) ? File.ReadLines(Bounded(path, LongestList)).Count(IsRegistry) : 0;

    private string PlaceOf(string checkpoints) =>
        Path.Combine(Path.GetDirectoryName(key.Path)!, "places", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(checkpoints)))));

    private IReadOnlyList<string> ListedOrHere(bool begins)
    {
        try
        {
            return this.Listed();
        }
        catch (RegistryException) when (begins)
        {
            var folders = new[] { this.folder, Path.Combine(Path.GetDirectoryName(key.Path)!, "checkpoints") };
            return [.. folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder)).Select(file => Path.GetFileName(file)!).Where(IsRegistry).Distinct()];
        }
    }

    private bool IsListed(string registry) => this.Listed().Contains(registry, StringComparer.Ordinal);

    private IReadOnlyList<string> Listed()
    {
        if (!File.Exists(key.ListPath))
        {
            // A key of before there were lists has none.
            if (key.HasList) throw Damaged($"its list of the registries that it signed ({key.ListPath}) is gone");
            return [];
        }

        return this.Verified(File.ReadAllText(Bounded(key.ListPath, LongestList))) is { } lines && lines[0] == ListForm ? lines[1..] : throw Damaged($"its list of the registries that it signed ({key.ListPath}) is not what it wrote");
    }

    private Edge? Read(string text) =>
        this.Verified(text) is [EdgeForm, { } registry, { } size, { } since, { } checkpoints, { } range]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var records) && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && long.TryParse(checkpoints, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && Convert.FromBase64String(range) is var bytes && MerkleRange.Read(records, bytes) is not null ? new(registry, records, bytes, first, count) : null;

    private string Signed(string text) => Signed(text, key.Sign);

    private static string Signed(string text, Func<string, string> sign) => $"{text}{sign(text)}\n";

    // The lines that the host signed; null: it did not.
    private string[]? Verified(string text)
    {
        if (!text.EndsWith('\n') || text.LastIndexOf('\n', Math.Max(0, text.Length - 2)) is not (> 0 and var end)) return null;
        var signed = text[..(end + 1)];
        return key.Holds(signed, text[(end + 1)..^1]) ? signed[..^1].Split('\n') : null;
    }

    private static string Bounded(string path, int longest) => new FileInfo(path).Length <= longest ? path : throw Damaged($"{path} is too large to be what it wrote");

    private static RegistryException Damaged(string why) => CheckpointFile.Damaged($"this host can't tell, since {why}");
}
