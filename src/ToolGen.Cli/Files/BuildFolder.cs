using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace ToolGen.Cli.Files;

/// <summary>
/// A folder that <c>toolgen build</c> fills. A list inside it (<see cref="MadeFiles"/>) tells which files it made, so that a
/// file of someone else, or one that was edited since, is not overwritten, and a file of a spec that is gone is taken away.
/// </summary>
internal sealed class BuildFolder(string path)
{
    private const string ListName = ".toolgen-files.json";
    private const string Maker = "build";
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>Plans a file.</summary>
    /// <param name="name">Relative to the folder, with <c>/</c>.</param>
    /// <param name="text">UTF-8 without a mark.</param>
    public void Add(string name, string text) => this.files[name] = new UTF8Encoding(false).GetBytes(text);

    /// <summary>Writes what was planned; nothing where something is in the way.</summary>
    /// <exception cref="OutputException">A file is in the way and <paramref name="force"/> is off, or can't be written.</exception>
    public IReadOnlyCollection<string> Write(bool force, CancellationToken cancellationToken)
    {
        if (File.Exists(path)) throw new OutputException($"cannot write into {path}: it is a file");
        var made = MadeFiles.Read(Path.Combine(path, ListName));
        var foreign = this.files.Keys.Where(name => made.IsForeign(Maker, name)).ToArray();
        if (foreign.Length > 0 && !force)
            throw new OutputException($"not written: {string.Join(", ", foreign.Take(10))} in {path} {(foreign.Length == 1 ? "is" : "are")} not as `toolgen build` left {(foreign.Length == 1 ? "it" : "them")}; move {(foreign.Length == 1 ? "it" : "them")} away, or say --force");

        var list = made.Of(Maker);
        var gone = list.Keys.Where(name => !this.files.ContainsKey(name) && !made.IsForeign(Maker, name)).ToArray();
        list.Clear();
        using var batch = new FileBatch();
        foreach (var (name, content) in this.files)
        {
            batch.Add(made.Full(name), content);
            list[name] = MadeFiles.Hash(content);
        }

        batch.Add(made.Full(ListName), made.Text);
        batch.Commit(cancellationToken);
        foreach (var name in gone) File.Delete(made.Full(name));
        return this.files.Keys;
    }
}
