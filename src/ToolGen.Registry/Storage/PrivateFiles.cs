using System;
using System.IO;
using System.Text;

namespace ToolGen.Registry.Storage;

/// <summary>Files and folders that their owner alone can read and write (0600 and 0700), where the system has such modes.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;

    /// <summary>Makes a folder and those above it that are missing.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OfFolders);
    }

    /// <summary>Writes a new file.</summary>
    /// <exception cref="IOException">There is one.</exception>
    public static void Write(string path, string text)
    {
        using var file = Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Writes a file, whole or not at all; one that is there is replaced.</summary>
    public static void Replace(string path, string text)
    {
        var beside = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            Write(beside, text);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Opens a file; one that it makes is private.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open) options.UnixCreateMode = OfFiles;
        return new(path, options);
    }
}
