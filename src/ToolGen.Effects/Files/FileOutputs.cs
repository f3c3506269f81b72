using System;
using System.Collections.Generic;
using System.IO;

namespace ToolGen.Effects.Files;

/// <summary>
/// Output files of one run. Each is written under a temporary name in its target's folder; <see cref="Commit"/> makes all of them last, then
/// renames one after the other. A rename is one step of the system, so that whenever the process ends a target is the old file or the new
/// one; what may then be left is a temporary name that no path can reach.
/// </summary>
internal sealed class FileOutputs(Func<FilePath, string> rootOf, ByteBudget budget, Action count) : IToolOutputs
{
    // Open at a time; the others are opened again when they are written to.
    private const int MaximumOpen = 64;

    private readonly List<OutputFile> outputs = [];
    private readonly HashSet<string> targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<(string Root, string[] Folder)> made = new();
    private readonly LinkedList<OutputFile> open = new();
    private State state;

    private enum State
    {
        Writing,
        Committed,
        Ended,
    }

    public Stream Create(string path, bool replace = true)
    {
        this.RequireWriting();
        var target = FilePath.Parse(path);
        var root = rootOf(target);
        count();
        if (!this.targets.Add(target.Text)) throw new ToolException(ToolErrorCodes.InvalidInput, $"\"{FilePath.Shown(path)}\" is written twice in one run (names that differ in case alone are one file on many systems)");
        try
        {
            using var folder = this.FolderFor(root, target.Parents);
            var kind = folder.Look(target.Name, out _);
            if (kind is not (EntryKind.None or EntryKind.File)) throw kind == EntryKind.Folder ? new FileFault(ToolErrorCodes.InvalidInput, "is a folder") : FileFault.NoFile(kind);
            if (kind == EntryKind.File && !replace) throw FileFault.Exists();
            var output = new OutputFile(root, target, replace, folder);
            this.outputs.Add(output);
            this.Touch(output);
            return new OutputStream(output, this.Touch, budget);
        }
        catch (FileFault fault)
        {
            throw fault.At(path);
        }
    }

    public void Commit()
    {
        this.RequireWriting();
        budget.RequireOpen();
        var placed = new List<OutputFile>();
        try
        {
            foreach (var output in this.outputs) Named(output, output.Finish);

            // Disks take their time; from the first rename on it is all or nothing.
            budget.RequireOpen();
            foreach (var output in this.outputs)
            {
                Named(output, output.Place);
                placed.Add(output);
            }
        }
        catch
        {
            for (var i = placed.Count - 1; i >= 0; i--) placed[i].TakeBack();
            throw;
        }

        this.state = State.Committed;
        foreach (var output in this.outputs) output.Settle();
    }

    public void Dispose()
    {
        if (this.state == State.Writing)
        {
            foreach (var output in this.outputs) output.Discard();
            while (this.made.TryPop(out var folder)) RemoveFolder(folder.Root, folder.Folder);
        }

        this.state = State.Ended;
    }

    private static void Named(OutputFile output, Action act)
    {
        try
        {
            act();
        }
        catch (FileFault fault)
        {
            throw fault.At(output.Target.Text);
        }
    }

    private static void RemoveFolder(string root, string[] folder)
    {
        try
        {
            using var top = FolderNode.Open(root);
            using var parent = top.Enter(folder.AsSpan(0, folder.Length - 1));
            parent.RemoveFolder(folder[^1]);
        }
        catch (FileFault)
        {
            // Gone, or swapped by another: then it is not ours.
        }
    }

    private FolderNode FolderFor(string root, string[] names)
    {
        var folder = FolderNode.Open(root);
        if (names.Length == 0) return folder;
        using var top = folder;
        try
        {
            return top.Enter(names);
        }
        catch (FileFault fault) when (fault.Code == ToolErrorCodes.NotFound)
        {
            return this.MakeFolders(root, top, names);
        }
    }

    private FolderNode MakeFolders(string root, FolderNode top, string[] names)
    {
        var folder = top.Enter([]);
        for (var i = 0; i < names.Length; i++)
        {
            using var outer = folder;
            if (outer.MakeFolder(names[i])) this.made.Push((root, names[..(i + 1)]));
            folder = outer.Enter([names[i]]);
        }

        return folder;
    }

    // The one written to last stands first; those behind are closed.
    private void Touch(OutputFile output)
    {
        this.RequireWriting();
        if (output.IsOpen && this.open.First?.Value == output) return;
        this.open.Remove(output);
        this.open.AddFirst(output);
        if (this.open.Count > MaximumOpen)
        {
            var idle = this.open.Last!.Value;
            this.open.RemoveLast();
            Named(idle, idle.Close);
        }

        Named(output, output.Open);
    }

    private void RequireWriting()
    {
        if (this.state != State.Writing) throw new InvalidOperationException("these outputs are committed or disposed");
    }
}
