using System;
using System.Collections.Generic;

namespace ToolGen.Effects.Files;

/// <summary>
/// Walks down a granted folder after a pattern. Links, devices and pipes are no files, so they are neither found nor walked through; a file
/// that fits and whose name no path may have ends the search, so that nothing is left out in silence.
/// </summary>
/// <param name="pattern">What is looked for.</param>
/// <param name="mayRead">Whether the tool may read a file of this path.</param>
/// <param name="requireOpen">Throws where the call has ended meanwhile.</param>
internal sealed class FileSearch(GlobPath pattern, Func<string, bool> mayRead, Action requireOpen)
{
    /// <summary>Most files found.</summary>
    public const int MaximumFiles = 10_000;

    /// <summary>Most names looked at.</summary>
    public const int MaximumNames = 1_000_000;

    /// <summary>Names between two looks whether the call still runs.</summary>
    private const int Between = 256;

    private readonly List<ToolFile> found = [];
    private readonly List<string> names = [];
    private int looked;

    /// <summary>The files, in ordinal order of their paths.</summary>
    public IReadOnlyList<ToolFile> Run(FolderNode root)
    {
        this.Walk(root, pattern.Start);
        this.found.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return this.found;
    }

    private void Walk(FolderNode folder, ulong reached)
    {
        if (pattern.OnlyName(reached) is { } only)
        {
            var kind = folder.Look(only, out _);
            if (kind == EntryKind.Link) throw FileFault.Link();
            this.Take(folder, new(only, kind), reached);
            return;
        }

        var below = new List<FolderEntry>();
        foreach (var entry in folder.List())
        {
            if (this.looked % Between == 0) requireOpen();
            if (++this.looked > MaximumNames) throw new FileFault(ToolErrorCodes.Limit, $"leads to more than {MaximumNames:N0} names: begin the pattern with a folder");
            if (entry.Kind == EntryKind.Folder) below.Add(entry);
            else this.Take(folder, entry, reached);
        }

        foreach (var entry in below) this.Take(folder, entry, reached);
    }

    private void Take(FolderNode folder, FolderEntry entry, ulong reached)
    {
        if (entry.Kind is not (EntryKind.File or EntryKind.Folder)) return;
        var next = pattern.Next(reached, entry.Name);
        if (entry.Kind == EntryKind.File ? !pattern.IsWhole(next) || TemporaryName.Is(entry.Name) : !pattern.LeadsOn(next)) return;
        if (FileNameRules.FaultOf(entry.Name) is { } fault) throw new FileFault(ToolErrorCodes.Denied, $"finds \"{FilePath.Shown(entry.Name)}\", which no path can name: {fault}");
        this.names.Add(entry.Name);
        if (entry.Kind == EntryKind.File) this.Add(folder, entry.Name);
        else this.Descend(folder, entry.Name, next);
        this.names.RemoveAt(this.names.Count - 1);
    }

    private void Add(FolderNode folder, string name)
    {
        var path = string.Join('/', this.names);
        if (!mayRead(pattern.Folder + "/" + path)) throw new FileFault(ToolErrorCodes.Denied, $"finds {path}, which no capability of the tool covers");

        // What went away since it was listed was not there.
        if (folder.Look(name, out var length) != EntryKind.File) return;
        if (this.found.Count >= MaximumFiles) throw new FileFault(ToolErrorCodes.Limit, $"finds more than {MaximumFiles:N0} files: narrow the pattern");
        this.found.Add(new(path, pattern.Folder, length));
    }

    private void Descend(FolderNode folder, string name, ulong reached)
    {
        if (this.names.Count >= FilePath.MaximumParts) throw new FileFault(ToolErrorCodes.Limit, $"leads more than {FilePath.MaximumParts} folders down");
        FolderNode inner;
        try
        {
            inner = folder.Enter([name]);
        }
        catch (FileFault fault) when (fault.Code == ToolErrorCodes.NotFound)
        {
            return;
        }

        using (inner) this.Walk(inner, reached);
    }
}
