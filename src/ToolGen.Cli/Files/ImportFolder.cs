using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace ToolGen.Cli.Files;

/// <summary>What an import means for one file.</summary>
internal enum FileChange
{
    /// <summary>It is not there yet.</summary>
    Created,

    /// <summary>It is as the last import left it, and the document says something else now.</summary>
    Changed,

    /// <summary>It says already what the document says.</summary>
    Same,

    /// <summary>It was edited by hand, and the document says what it said then: the edits stay.</summary>
    Edited,

    /// <summary>It was edited by hand or is someone else's, and the document says something else: a person decides.</summary>
    Conflict,

    /// <summary>The document has no such operation any more.</summary>
    Removed,
}

/// <summary>One file of an import.</summary>
/// <param name="Name">In the folder.</param>
/// <param name="Change">What becomes of it.</param>
/// <param name="Old">Its text; empty where it is not there.</param>
/// <param name="New">What the document makes of it; empty where nothing.</param>
internal sealed record ImportedFile(string Name, FileChange Change, string Old, string New);

/// <summary>A folder that documents and servers are imported into. A hidden list inside tells what each one's last import wrote, so that edits by hand are known and kept.</summary>
/// <param name="path">The folder; made where it is not there.</param>
/// <param name="maker">What the list calls the document or the server.</param>
internal sealed class ImportFolder(string path, string maker)
{
    private const string ListName = ".toolgen-import.json";

    private readonly MadeFiles made = MadeFiles.Read(Path.Combine(path, ListName));

    /// <summary>The list calls a document by its path from the folder, so that two of one name stay apart.</summary>
    public static ImportFolder OfDocument(string path, string document) => new(path, Path.GetRelativePath(Path.Combine(".", path), document).Replace(Path.DirectorySeparatorChar, '/'));

    /// <summary>And a server by what the user calls it.</summary>
    public static ImportFolder OfServer(string path, string server) => new(path, "mcp:" + server);

    /// <summary>Compares what the document makes with what is there.</summary>
    /// <param name="texts">By name: what is to be written.</param>
    /// <param name="known">All names that the document has, also those that are not wanted or cannot be made now.</param>
    /// <exception cref="OutputException">The folder is a file, or cannot be read.</exception>
    public IReadOnlyList<ImportedFile> Plan(IReadOnlyDictionary<string, string> texts, IReadOnlySet<string> known)
    {
        if (File.Exists(path)) throw new OutputException($"cannot write into {path}: it is a file");
        try
        {
            var files = texts.Select(text => this.Plan(text.Key, text.Value)).ToList();
            foreach (var name in this.made.Of(maker).Keys.Where(name => !known.Contains(name) && File.Exists(this.made.Full(name))))
                files.Add(new(name, this.made.IsForeign(maker, name) ? FileChange.Edited : FileChange.Removed, File.ReadAllText(this.made.Full(name)), ""));
            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"cannot read {path}: {e.Message}");
        }
    }

    /// <summary>Writes what was planned: all files together, or none.</summary>
    /// <param name="files">From <see cref="Plan(IReadOnlyDictionary{string, string}, IReadOnlySet{string})"/>.</param>
    /// <param name="taken">The changes that are made.</param>
    /// <param name="cancellationToken">Stops it before the first file is in its place.</param>
    /// <exception cref="OutputException">A file can't be written.</exception>
    public void Write(IReadOnlyList<ImportedFile> files, IReadOnlySet<FileChange> taken, CancellationToken cancellationToken)
    {
        var list = this.made.Of(maker);
        using var batch = new FileBatch();
        foreach (var file in files)
        {
            var isWritten = file.Change is FileChange.Created or FileChange.Changed or FileChange.Conflict && taken.Contains(file.Change);
            if (isWritten) batch.Add(this.made.Full(file.Name), file.New);
            if (isWritten || file.Change == FileChange.Same) list[file.Name] = HashOf(file.New);
            if (file.Change == FileChange.Edited && file.New.Length == 0) list.Remove(file.Name);
            if (file.Change == FileChange.Removed && taken.Contains(file.Change)) list.Remove(file.Name);
        }

        batch.Add(Path.Combine(path, ListName), this.made.Text);
        batch.Commit(cancellationToken);
        foreach (var file in files.Where(file => file.Change == FileChange.Removed && taken.Contains(file.Change))) File.Delete(this.made.Full(file.Name));
    }

    private ImportedFile Plan(string name, string text)
    {
        var full = this.made.Full(name);
        if (!File.Exists(full)) return new(name, FileChange.Created, "", text);
        var old = File.ReadAllText(full);
        if (old == text) return new(name, FileChange.Same, old, text);
        if (!this.made.IsForeign(maker, name)) return new(name, FileChange.Changed, old, text);
        var isAsBefore = this.made.Of(maker).TryGetValue(name, out var hash) && hash == HashOf(text);
        return new(name, isAsBefore ? FileChange.Edited : FileChange.Conflict, old, text);
    }

    private static string HashOf(string text) => MadeFiles.Hash(Encoding.UTF8.GetBytes(text));
}
