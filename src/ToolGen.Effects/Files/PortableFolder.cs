using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace ToolGen.Effects.Files;

/// <summary>
/// A folder by its path, for systems without <see cref="LinuxFolder"/>'s calls: every part of a path is looked at before it is used and
/// again once a file is open, must be no link, and must have just the name that was asked for (a system that ignores case, or knows short
/// names, finds others too).
/// </summary>
internal sealed class PortableFolder : FolderNode
{
    private readonly string root;
    private readonly string[] names;
    private readonly string path;

    private PortableFolder(string root, string[] names)
    {
        this.root = root;
        this.names = names;
        this.path = Path.Combine([root, .. names]);
    }

    public static PortableFolder OpenRoot(string path) =>
        Directory.Exists(path) ? new(path, []) : throw FileFault.Failed("cannot be reached: the granted folder is not there");

    public override FolderNode Enter(ReadOnlySpan<string> below)
    {
        var folder = new PortableFolder(this.root, [.. this.names, .. below]);
        folder.Verify();
        return folder;
    }

    public override EntryKind Look(string name, out long length) => Guard(() => Entry(this.path, name), out length);

    public override IEnumerable<FolderEntry> List()
    {
        this.Verify();
        foreach (var entry in new DirectoryInfo(this.path).EnumerateFileSystemInfos("*", Every)) yield return new(entry.Name, KindOf(entry));
    }

    public override SafeFileHandle OpenRead(string name)
    {
        this.RequireFile(name);
        var file = Guard(() => File.OpenHandle(Path.Combine(this.path, name)));
        try
        {
            this.Verify();
            this.RequireFile(name);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override bool MakeFolder(string name)
    {
        this.Verify();
        if (this.Look(name, out _) != EntryKind.None) return false;
        Guard(() => Directory.CreateDirectory(Path.Combine(this.path, name)));
        return true;
    }

    public override void RemoveFolder(string name) => Quietly(() => Directory.Delete(Path.Combine(this.path, name)));

    public override SafeFileHandle CreateNew(string name)
    {
        this.Verify();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete | FileShare.Read };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return Guard(() =>
        {
            using var made = new FileStream(Path.Combine(this.path, name), options);
            return this.OpenAppend(name);
        });
    }

    public override SafeFileHandle OpenAppend(string name) =>
        Guard(() => File.OpenHandle(Path.Combine(this.path, name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));

    public override void Permit(SafeFileHandle file, string target)
    {
        // Windows: a new file inherits what its folder says; replacing keeps what the old file had.
        if (OperatingSystem.IsWindows()) return;
        var replaces = this.Look(target, out _) == EntryKind.File;
        var mode = replaces ? File.GetUnixFileMode(Path.Combine(this.path, target)) : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        Guard(() =>
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, mode & (UnixFileMode)0x1FF);
            return true;
        });
    }

    public override string? Place(string temporary, string target, bool replace)
    {
        this.Verify();
        var (from, to) = (Path.Combine(this.path, temporary), Path.Combine(this.path, target));
        var kind = this.Look(target, out _);
        if (kind == EntryKind.None)
        {
            Guard(() =>
            {
                File.Move(from, to, overwrite: false);
                return true;
            });
            return null;
        }

        if (kind != EntryKind.File) throw FileFault.NoFile(kind);
        if (!replace) throw FileFault.Exists();
        var kept = TemporaryName.Next();
        Guard(() =>
        {
            File.Replace(from, to, Path.Combine(this.path, kept), ignoreMetadataErrors: true);
            return true;
        });
        return kept;
    }

    public override void TakeBack(string target, string? kept)
    {
        var to = Path.Combine(this.path, target);
        Guard(() =>
        {
            if (kept is null) File.Delete(to);
            else File.Move(Path.Combine(this.path, kept), to, overwrite: true);
            return true;
        });
    }

    public override void Remove(string name) => Quietly(() => File.Delete(Path.Combine(this.path, name)));

    public override void Flush()
    {
    }

    public override void Dispose()
    {
    }

    private static EnumerationOptions Every { get; } = new() { AttributesToSkip = 0, IgnoreInaccessible = false, MatchType = MatchType.Simple, MatchCasing = MatchCasing.CaseSensitive };

    private void Verify()
    {
        var at = this.root;
        foreach (var name in this.names)
        {
            var folder = at;
            var kind = Guard(() => Entry(folder, name), out _);
            if (kind == EntryKind.Link) throw FileFault.Link();
            if (kind != EntryKind.Folder) throw FileFault.NotThere();
            at = Path.Combine(at, name);
        }
    }

    private void RequireFile(string name)
    {
        this.Verify();
        if (this.Look(name, out _) is not EntryKind.File and var kind) throw FileFault.NoFile(kind);
    }

    // By listing: asked for a name, a system may answer for another one that it takes to be the same.
    private static FileSystemInfo? Entry(string folder, string name)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos(name, Every))
            if (string.Equals(entry.Name, name, StringComparison.Ordinal)) return entry;
        return null;
    }

    private static EntryKind KindOf(FileSystemInfo entry)
    {
        if (entry.LinkTarget is not null || (entry.Attributes & FileAttributes.ReparsePoint) != 0) return EntryKind.Link;
        if ((entry.Attributes & FileAttributes.Device) != 0) return EntryKind.Other;
        return (entry.Attributes & FileAttributes.Directory) != 0 ? EntryKind.Folder : EntryKind.File;
    }

    private static EntryKind Guard(Func<FileSystemInfo?> look, out long length)
    {
        var (kind, bytes) = Guard(() => look() is { } entry ? (KindOf(entry), entry is FileInfo file ? file.Length : 0) : (EntryKind.None, 0L));
        length = bytes;
        return kind;
    }

    private static T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw FileFault.NotThere();
        }
        catch (UnauthorizedAccessException)
        {
            throw FileFault.Forbidden();
        }
        catch (PathTooLongException)
        {
            throw new FileFault(ToolErrorCodes.Denied, "has a name that is too long");
        }
        catch (IOException e)
        {
            throw FileFault.Failed($"cannot be used: error {e.HResult & 0xFFFF} of the system");
        }
    }

    private static void Quietly(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
