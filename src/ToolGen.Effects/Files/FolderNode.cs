using System;
using System.Collections.Generic;
using Microsoft.Win32.SafeHandles;

namespace ToolGen.Effects.Files;

/// <summary>What stands under a name in a folder.</summary>
internal enum EntryKind
{
    None,
    File,
    Folder,

    /// <summary>A symbolic link, junction or mount of Windows; never followed.</summary>
    Link,

    /// <summary>A device, FIFO, socket.</summary>
    Other,
}

/// <summary>An entry of a folder.</summary>
/// <param name="Name">As the system has it.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct FolderEntry(string Name, EntryKind Kind);

/// <summary>
/// A folder below a granted one, held open. All names are single names that keep <see cref="FileNameRules"/>; links are never followed.
/// Methods throw <see cref="FileFault"/>.
/// </summary>
internal abstract class FolderNode : IDisposable
{
    /// <summary>Opens a granted folder; its own path is the host's, and links in it are the host's affair.</summary>
    public static FolderNode Open(string path) => OperatingSystem.IsLinux() && LinuxFolder.IsAvailable ? LinuxFolder.OpenRoot(path) : PortableFolder.OpenRoot(path);

    /// <summary>A folder below this one.</summary>
    public abstract FolderNode Enter(ReadOnlySpan<string> names);

    /// <summary>What stands under a name.</summary>
    /// <param name="name">A name.</param>
    /// <param name="length">Bytes, of a file.</param>
    public abstract EntryKind Look(string name, out long length);

    /// <summary>Everything in the folder, in no order.</summary>
    public abstract IEnumerable<FolderEntry> List();

    /// <summary>Opens a regular file; what it is is looked at again once it is open.</summary>
    public abstract SafeFileHandle OpenRead(string name);

    /// <summary>Makes a folder; false where one is there.</summary>
    public abstract bool MakeFolder(string name);

    /// <summary>Removes an empty folder, if it can be.</summary>
    public abstract void RemoveFolder(string name);

    /// <summary>Makes a file that only this account can read.</summary>
    public abstract SafeFileHandle CreateNew(string name);

    /// <summary>Opens a file of <see cref="CreateNew"/> again, at its end.</summary>
    public abstract SafeFileHandle OpenAppend(string name);

    /// <summary>Gives a file the permissions that it shall have under its final name: those of the file it replaces, else a new file's.</summary>
    public abstract void Permit(SafeFileHandle file, string target);

    /// <summary>Renames a file to its target, which at any time is the old file or the new one.</summary>
    /// <param name="temporary">The file.</param>
    /// <param name="target">The name.</param>
    /// <param name="replace">Whether a file may be there.</param>
    /// <returns>The name under which the file that was there is kept; null where there was none.</returns>
    public abstract string? Place(string temporary, string target, bool replace);

    /// <summary>Undoes <see cref="Place"/>.</summary>
    public abstract void TakeBack(string target, string? kept);

    /// <summary>Removes a file, if it is there.</summary>
    public abstract void Remove(string name);

    /// <summary>Makes renames last, where the system has a way.</summary>
    public abstract void Flush();

    public abstract void Dispose();
}
