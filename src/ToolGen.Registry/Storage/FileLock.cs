using System;
using System.IO;
using System.Threading;

namespace ToolGen.Registry.Storage;

/// <summary>One process at a time, by a file that it holds.</summary>
internal static class FileLock
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Waits for its turn; what it answers ends it.</summary>
    /// <exception cref="IOException">Another process holds it for too long, or the file can't be made.</exception>
    public static IDisposable Enter(string path)
    {
        var end = DateTime.UtcNow + LongestWait;
        while (true)
        {
            try
            {
                return PrivateFiles.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && DateTime.UtcNow < end)
            {
                Thread.Sleep(2);
            }
        }
    }
}
