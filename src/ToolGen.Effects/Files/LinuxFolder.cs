using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ToolGen.Effects.Files;

/// <summary>
/// A folder as an open descriptor. Every path is resolved by the kernel from that descriptor downwards, without links, in the same call
/// that opens it, so that nothing can be swapped between a check and its use. <c>openat2</c> does a path in one call; where the kernel or
/// its filter has none (before Linux 5.6), each part is opened in turn with O_NOFOLLOW, which comes to the same.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class LinuxFolder : FolderNode
{
    private static readonly Lazy<bool> HasOpenAt2 = new(ProbeOpenAt2);
    private static readonly Lazy<uint> NewFileMode = new(() => 0x1B6u & ~ReadMask());

    private readonly SafeFileHandle handle;
    private readonly bool atOnce;
    private readonly bool byLinks;

    private LinuxFolder(SafeFileHandle handle, bool atOnce, bool byLinks)
    {
        this.handle = handle;
        this.atOnce = atOnce;
        this.byLinks = byLinks;
    }

    /// <summary>Whether this system and processor are the ones that <see cref="Libc"/> is written for.</summary>
    public static bool IsAvailable { get; } = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    /// <summary>Opens a granted folder.</summary>
    /// <param name="path">The host's.</param>
    /// <param name="atOnce">Whether paths are opened by <c>openat2</c>; null: where the kernel has it.</param>
    /// <param name="byLinks">Whether files are placed as on a file system whose renames have no flags, such as NFS.</param>
    public static LinuxFolder OpenRoot(string path, bool? atOnce = null, bool byLinks = false)
    {
        var descriptor = Libc.OpenHere(path, Libc.PathOnly | Libc.Directory | Libc.CloseOnExec);
        return descriptor < 0 ? throw RootFault() : new(Own(descriptor), atOnce ?? HasOpenAt2.Value, byLinks);
    }

    public override FolderNode Enter(ReadOnlySpan<string> names)
    {
        const int Tries = 64;
        if (!this.atOnce) return this.Walk(names);
        var flags = Libc.PathOnly | Libc.Directory | Libc.CloseOnExec;
        var path = names.IsEmpty ? "." : string.Join('/', names!);
        for (var i = 0; ; i++)
        {
            var descriptor = Libc.OpenBeneath(this.handle, path, flags);
            if (descriptor >= 0) return new LinuxFolder(Own(descriptor), true, this.byLinks);

            // The kernel could not rule out that a rename beside led it out: asked again, it can.
            if (Marshal.GetLastPInvokeError() != Libc.EAgain || i >= Tries) throw Fault();
        }
    }

    public override EntryKind Look(string name, out long length)
    {
        var found = Libc.Stat(this.handle, name, Libc.NoFollowLink, out var state) == 0;
        length = found ? state.Length : 0;
        if (!found && Marshal.GetLastPInvokeError() != Libc.ENoEnt) throw Fault();
        return found ? state.Kind : EntryKind.None;
    }

    public override IEnumerable<FolderEntry> List()
    {
        using var reading = Own(Checked(Libc.OpenAt(this.handle, ".", Libc.Directory | Libc.CloseOnExec, 0)));
        var buffer = new byte[32 * 1024];
        for (long count; (count = Libc.List(reading, buffer)) != 0;)
        {
            if (count < 0) throw Fault();
            for (var at = 0; at < count;)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(at + 16));
                var name = Encoding.UTF8.GetString(NameAt(buffer, at + 19, at + length));
                var kind = buffer[at + 18];
                at += length;
                if (name is not ("." or "..")) yield return new(name, this.KindOf(kind, name));
            }
        }
    }

    public override SafeFileHandle OpenRead(string name)
    {
        // Not blocking: opening a pipe would else wait for a writer.
        var descriptor = Libc.OpenAt(this.handle, name, Libc.NoFollow | Libc.NonBlocking | Libc.NoTerminal | Libc.CloseOnExec, 0);
        if (descriptor < 0) throw Fault();
        var file = Own(descriptor);
        if (Libc.Stat(file, "", Libc.EmptyPath, out var state) == 0 && state.Kind == EntryKind.File) return file;
        file.Dispose();
        throw FileFault.NoFile(state.Kind);
    }

    public override bool MakeFolder(string name)
    {
        if (Libc.MakeFolder(this.handle, name) == 0) return true;
        return Marshal.GetLastPInvokeError() == Libc.EExist ? false : throw Fault();
    }

    public override void RemoveFolder(string name) => _ = Libc.Unlink(this.handle, name, Libc.RemoveFolder);

    public override SafeFileHandle CreateNew(string name) =>
        Own(Checked(Libc.OpenAt(this.handle, name, Libc.WriteOnly | Libc.Create | Libc.Exclusive | Libc.NoFollow | Libc.CloseOnExec, 0x180)));

    public override SafeFileHandle OpenAppend(string name) =>
        Own(Checked(Libc.OpenAt(this.handle, name, Libc.WriteOnly | Libc.Append | Libc.NoFollow | Libc.NonBlocking | Libc.CloseOnExec, 0)));

    public override void Permit(SafeFileHandle file, string target)
    {
        var replaces = Libc.Stat(this.handle, target, Libc.NoFollowLink, out var state) == 0 && state.Kind == EntryKind.File;
        Checked(Libc.Permit(file, replaces ? (uint)state.Mode & 0x1FF : NewFileMode.Value));
    }

    public override string? Place(string temporary, string target, bool replace)
    {
        const int Tries = 16;
        if (this.byLinks) return this.PlaceByLinks(temporary, target, replace);
        for (var i = 0; i < Tries; i++)
        {
            if (Libc.Rename(this.handle, temporary, target, Libc.NoReplace) == 0) return null;
            var error = Marshal.GetLastPInvokeError();
            if (error is Libc.EInval or Libc.ENoSys) return this.PlaceByLinks(temporary, target, replace);
            if (error != Libc.EExist) throw Fault();
            if (!replace) throw FileFault.Exists();
            if (Libc.Rename(this.handle, temporary, target, Libc.Exchange) == 0) return this.Kept(temporary, target);
            error = Marshal.GetLastPInvokeError();
            if (error is Libc.EInval or Libc.ENoSys) return this.PlaceByLinks(temporary, target, replace);
            if (error != Libc.ENoEnt) throw Fault();
        }

        throw FileFault.Failed("is made and removed by others again and again");
    }

    public override void TakeBack(string target, string? kept)
    {
        if (kept is null) this.Remove(target);
        else Checked(Libc.Rename(this.handle, kept, target, 0));
    }

    public override void Remove(string name) => _ = Libc.Unlink(this.handle, name, 0);

    public override void Flush()
    {
        using var folder = Own(Checked(Libc.OpenAt(this.handle, ".", Libc.Directory | Libc.CloseOnExec, 0)));
        _ = Libc.Sync(folder);
    }

    public override void Dispose() => this.handle.Dispose();

    private LinuxFolder Walk(ReadOnlySpan<string> names)
    {
        var folder = new LinuxFolder(Own(Checked(Libc.OpenAt(this.handle, ".", Libc.PathOnly | Libc.Directory | Libc.CloseOnExec, 0))), false, this.byLinks);
        foreach (var name in names)
        {
            using var outer = folder;
            var descriptor = Libc.OpenAt(outer.handle, name, Libc.PathOnly | Libc.Directory | Libc.NoFollow | Libc.CloseOnExec, 0);
            if (descriptor < 0)
            {
                // A link is "no folder" to these flags.
                var fault = Fault();
                throw outer.Look(name, out _) == EntryKind.Link ? FileFault.Link() : fault;
            }

            folder = new(Own(descriptor), false, this.byLinks);
        }

        return folder;
    }

    // The exchange put what was there under the temporary name. Only a file may be lost in this way.
    private string Kept(string temporary, string target)
    {
        if (this.Look(temporary, out _) == EntryKind.File) return temporary;
        Checked(Libc.Rename(this.handle, temporary, target, Libc.Exchange));
        throw FileFault.NoFile(this.Look(target, out _));
    }

    // For file systems whose renames have no flags: a second name keeps the old file, or takes the new one only where nothing is.
    private string? PlaceByLinks(string temporary, string target, bool replace)
    {
        if (Libc.Link(this.handle, temporary, target) == 0)
        {
            this.Remove(temporary);
            return null;
        }

        if (Marshal.GetLastPInvokeError() != Libc.EExist) throw Fault();
        if (!replace) throw FileFault.Exists();
        if (this.Look(target, out _) is not EntryKind.File and var kind) throw FileFault.NoFile(kind);
        var kept = TemporaryName.Next();
        Checked(Libc.Link(this.handle, target, kept));
        if (Libc.Rename(this.handle, temporary, target, 0) == 0) return kept;
        var fault = Fault();
        this.Remove(kept);
        throw fault;
    }

    private EntryKind KindOf(byte type, string name) => type switch
    {
        8 => EntryKind.File,
        4 => EntryKind.Folder,
        10 => EntryKind.Link,
        0 => this.Look(name, out _),
        _ => EntryKind.Other,
    };

    private static ReadOnlySpan<byte> NameAt(byte[] buffer, int start, int end)
    {
        var name = buffer.AsSpan(start, end - start);
        return name[..name.IndexOf((byte)0)];
    }

    private static SafeFileHandle Own(int descriptor) => new(descriptor, ownsHandle: true);

    private static int Checked(int result) => result < 0 ? throw Fault() : result;

    private static FileFault Fault() => Marshal.GetLastPInvokeError() switch
    {
        Libc.ENoEnt or Libc.ENotDir => FileFault.NotThere(),
        Libc.ELoop or Libc.EXDev => FileFault.Link(),
        Libc.EAcces or Libc.EPerm => FileFault.Forbidden(),
        Libc.ERoFs => new(ToolErrorCodes.Denied, "stands on a disk that is not written to"),
        Libc.EExist => FileFault.Exists(),
        Libc.EIsDir or Libc.ENotEmpty => FileFault.NoFile(EntryKind.Folder),
        Libc.ENxio => FileFault.NoFile(EntryKind.Other),
        Libc.ENameTooLong => new(ToolErrorCodes.Denied, "has a name that is too long"),
        Libc.ENoSpc or Libc.EDQuot => FileFault.Failed("has no room left on its disk"),
        Libc.EMFile or Libc.ENFile => FileFault.Failed("cannot be opened: the host has too many files open"),
        Libc.EOpNotSupp => FileFault.Failed("stands on a file system that cannot do this"),
        var number => FileFault.Failed($"cannot be used: error {number} of the system"),
    };

    private static FileFault RootFault() => Marshal.GetLastPInvokeError() switch
    {
        Libc.ENoEnt or Libc.ENotDir => FileFault.Failed("cannot be reached: the granted folder is not there"),
        Libc.EAcces or Libc.EPerm => FileFault.Failed("cannot be reached: the granted folder is closed to the account that the host runs as"),
        _ => Fault(),
    };

    private static bool ProbeOpenAt2()
    {
        var descriptor = Libc.OpenHere("/", Libc.PathOnly | Libc.Directory | Libc.CloseOnExec);
        if (descriptor < 0) return false;
        using var root = Own(descriptor);
        var probe = Libc.OpenBeneath(root, ".", Libc.PathOnly | Libc.Directory | Libc.CloseOnExec);
        if (probe >= 0) Own(probe).Dispose();
        return probe >= 0;
    }

    // The mask can be read without being set only here; where it cannot, new files stay the account's own.
    private static uint ReadMask()
    {
        try
        {
            foreach (var line in File.ReadLines("/proc/self/status"))
                if (line.StartsWith("Umask:", StringComparison.Ordinal)) return Convert.ToUInt32(line[6..].Trim(), 8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
        }

        return 0x3F;
    }
}
