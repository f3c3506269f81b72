using System;
using System.Collections.Generic;
using System.IO;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects.Files;

/// <summary>
/// Files below granted folders. A path is checked as text, then against the tool's capabilities, then against the grants, and is opened from
/// the granted folder downwards without following a link (see <see cref="FolderNode"/>).
/// </summary>
internal sealed class GuardedFiles(CallScope scope) : IToolFiles
{
    public IReadOnlyList<ToolFile> Find(FilePattern pattern)
    {
        var path = GlobPath.Parse(pattern);
        var text = pattern.ToString();
        scope.Use(new FileCapability(false, text));
        var isOne = Array.TrueForAll(path.Segments, segment => segment.IsLiteral);
        try
        {
            using var root = FolderNode.Open(this.Granted(path.Folder, writes: false));
            var found = new FileSearch(path, file => scope.Capabilities.Allows(new FileCapability(false, file)), scope.Tree.RequireOpen).Run(root);
            return isOne && found.Count == 0 ? throw NoFile(root, FilePath.Parse(text)) : found;
        }
        catch (FileFault fault)
        {
            throw fault.At(text);
        }
    }

    public Stream OpenRead(string path)
    {
        var file = FilePath.Parse(path);
        scope.Use(new FileCapability(false, file.Text));
        try
        {
            using var root = FolderNode.Open(this.Granted(file.Folder, writes: false));
            using var folder = file.Parents.Length == 0 ? null : root.Enter(file.Parents);
            return new ReadStream((folder ?? root).OpenRead(file.Name), path, scope.Tree.Read);
        }
        catch (FileFault fault)
        {
            throw fault.At(path);
        }
    }

    public IToolOutputs BeginWrite() => new FileOutputs(this.Writable, scope.Tree.Written, scope.Tree.CountOutput);

    /// <summary>The root of a path that the tool may write.</summary>
    private string Writable(FilePath path)
    {
        scope.Use(new FileCapability(true, path.Text));

        // Commands take the one that lies in the folder they stand in: who writes it grants.
        if (path.Name.Equals(GrantsFile.Name, System.StringComparison.OrdinalIgnoreCase)) throw FilePath.Refused(path.Text, "files of this name hold grants, which are the host's to write");
        return this.Granted(path.Folder, writes: true);
    }

    private string Granted(string name, bool writes)
    {
        var word = writes ? "write" : "read";
        if (!scope.Grants.Folders.TryGetValue(name, out var grant))
            throw new ToolException(ToolErrorCodes.Denied, $"the host has not granted the folder {name}: add to toolgen.json {GrantLine.Folder(name, writes ? GrantAccess.Write : GrantAccess.Read)}");
        if (grant.Access != GrantAccess.ReadWrite && grant.Access != (writes ? GrantAccess.Write : GrantAccess.Read))
            throw new ToolException(ToolErrorCodes.Denied, $"the host has not granted the folder {name} to {word}: set in toolgen.json folders.{name} \"access\": \"readwrite\"");
        return grant.Path;
    }

    // Why a path that names one file found none.
    private static FileFault NoFile(FolderNode root, FilePath path)
    {
        using var folder = root.Enter(path.Parents);
        return FileFault.NoFile(folder.Look(path.Name, out _));
    }
}
