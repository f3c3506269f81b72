using System;
using System.IO;

namespace ToolGen.Effects.Files;

/// <summary>An output under its temporary name. Its folder is opened anew, from the root downwards, for each step: what was swapped since is not followed.</summary>
internal sealed class OutputFile
{
    private const int BufferBytes = 32 * 1024;

    private readonly string root;
    private readonly bool replace;
    private readonly string temporary = TemporaryName.Next();
    private FileStream? stream;
    private string? kept;

    /// <param name="root">The granted folder's path.</param>
    /// <param name="target">The final path.</param>
    /// <param name="replace">Whether a file that is there is replaced.</param>
    /// <param name="folder">The target's folder, open.</param>
    public OutputFile(string root, FilePath target, bool replace, FolderNode folder)
    {
        this.root = root;
        this.Target = target;
        this.replace = replace;
        this.stream = new(folder.CreateNew(this.temporary), FileAccess.Write, BufferBytes);
    }

    public FilePath Target { get; }

    public bool IsOpen => this.stream is not null;

    public void Open()
    {
        if (this.stream is not null) return;
        using var folder = this.Folder();
        this.stream = new(folder.OpenAppend(this.temporary), FileAccess.Write, BufferBytes);
        this.stream.Seek(0, SeekOrigin.End);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            this.stream!.Write(bytes);
        }
        catch (IOException e)
        {
            throw Failed(e);
        }
    }

    public void Close()
    {
        var open = this.stream;
        this.stream = null;
        try
        {
            open?.Dispose();
        }
        catch (IOException e)
        {
            throw Failed(e);
        }
    }

    /// <summary>Writes everything down to the disk, with the permissions of its final name.</summary>
    public void Finish()
    {
        this.Open();
        using var folder = this.Folder();
        folder.Permit(this.stream!.SafeFileHandle, this.Target.Name);
        try
        {
            this.stream.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            throw Failed(e);
        }

        this.Close();
    }

    public void Place()
    {
        using var folder = this.Folder();
        this.kept = folder.Place(this.temporary, this.Target.Name, this.replace);
    }

    /// <summary>Undoes <see cref="Place"/> as far as the system lets it.</summary>
    public void TakeBack() => this.Quietly(folder => folder.TakeBack(this.Target.Name, this.kept));

    /// <summary>Makes the rename last and lets the old file go.</summary>
    public void Settle() => this.Quietly(folder =>
    {
        folder.Flush();
        if (this.kept is not null) folder.Remove(this.kept);
    });

    /// <summary>Removes what was not placed.</summary>
    public void Discard()
    {
        try
        {
            this.Close();
        }
        catch (FileFault)
        {
            // It is removed in any case.
        }

        this.Quietly(folder => folder.Remove(this.temporary));
    }

    private void Quietly(Action<FolderNode> act)
    {
        try
        {
            using var folder = this.Folder();
            act(folder);
        }
        catch (FileFault)
        {
            // The folder went away: nothing of ours can be reached there.
        }
    }

    private FolderNode Folder()
    {
        var top = FolderNode.Open(this.root);
        if (this.Target.Parents.Length == 0) return top;
        using (top) return top.Enter(this.Target.Parents);
    }

    private static FileFault Failed(IOException e) => FileFault.Failed($"cannot be written: error {e.HResult & 0xFFFF} of the system");
}
