using System.IO;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Specs;

/// <summary>Reads a file that may be anything: no more than a spec may hold, and never a pipe or device that has no end.</summary>
internal static class SpecBytes
{
    /// <summary>The bytes, at most one more than <see cref="JsonReader.MaximumBytes"/>: the reader then says that it is too large.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="System.UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path)
    {
        // Pipes and devices have length 0 and would block; an empty file needs no opening either. Below /dev and /proc a caller means them.
        if (new FileInfo(path).Length == 0 && !path.StartsWith("/dev/", System.StringComparison.Ordinal) && !path.StartsWith("/proc/", System.StringComparison.Ordinal)) return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(file);
    }

    /// <summary>The same for a stream such as standard input.</summary>
    public static byte[] Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (bytes.Length <= JsonReader.MaximumBytes && stream.Read(buffer) is var count and > 0) bytes.Write(buffer, 0, count);
        return bytes.Length > JsonReader.MaximumBytes ? bytes.ToArray()[..(JsonReader.MaximumBytes + 1)] : bytes.ToArray();
    }
}
