using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ToolGen.Effects;

namespace ToolGen.Testing.Replay.Files;

/// <summary>Granted folders of one sample below a fresh temporary folder, which is gone after it.</summary>
internal sealed class ReplayFolders : IDisposable
{
    private readonly string root;
    private readonly IReadOnlyDictionary<string, string> given;

    private ReplayFolders(string root, IReadOnlyDictionary<string, string> given)
    {
        this.root = root;
        this.given = given;
    }

    /// <summary>Each may be read and written as far as the tool's capabilities go.</summary>
    public Dictionary<string, FolderGrant> Grants { get; } = new(StringComparer.Ordinal);

    /// <summary>Lays out the files of a sample.</summary>
    /// <param name="names">Folders that are there though no file is.</param>
    /// <param name="files">Path to contents.</param>
    /// <exception cref="SampleWorldException">They can't be laid out.</exception>
    public static ReplayFolders Create(IEnumerable<string> names, IReadOnlyDictionary<string, string> files)
    {
        var folders = new ReplayFolders(Directory.CreateTempSubdirectory("toolgen-sample-").FullName, files);
        try
        {
            foreach (var name in names) folders.Add(name);
            foreach (var (path, contents) in files) folders.Write(path, contents);
            return folders;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            folders.Dispose();
            throw new SampleWorldException("given.files can't be laid out: " + e.Message.Replace(folders.root, "", StringComparison.Ordinal));
        }
        catch
        {
            folders.Dispose();
            throw;
        }
    }

    /// <summary>The files that are not as the sample gave them: new or changed ones with their bytes, removed ones with null. In ordinal order.</summary>
    public SortedDictionary<string, byte[]?> Changes()
    {
        var changes = new SortedDictionary<string, byte[]?>(StringComparer.Ordinal);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        var left = new HashSet<string>(this.given.Keys, StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(this.root, "*", options))
        {
            var path = Path.GetRelativePath(this.root, file).Replace(Path.DirectorySeparatorChar, '/');
            var bytes = File.ReadAllBytes(file);
            left.Remove(path);
            if (!this.given.TryGetValue(path, out var before) || !bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(before))) changes.Add(path, bytes);
        }

        foreach (var path in left) changes.Add(path, null);
        return changes;
    }

    public void Dispose() => Directory.Delete(this.root, recursive: true);

    private void Write(string path, string contents)
    {
        var parts = path.Split('/');
        if (parts.Length < 2 || parts.Any(part => part is "" or "." or ".." || part.AsSpan().IndexOfAny("\\:\0") >= 0))
            throw new SampleWorldException($"given.files can't be laid out: \"{CallScope.Shown(path)}\" is no path below a folder, such as data/a.csv");
        this.Add(parts[0]);
        var file = Path.Combine([this.root, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        stream.Write(Encoding.UTF8.GetBytes(contents));
    }

    private void Add(string name)
    {
        if (this.Grants.ContainsKey(name)) return;
        var path = Directory.CreateDirectory(Path.Combine(this.root, name)).FullName;
        this.Grants.Add(name, new FolderGrant(path, GrantAccess.ReadWrite));
    }
}
