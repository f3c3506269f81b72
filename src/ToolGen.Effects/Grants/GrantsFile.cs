using System;
using System.IO;
using System.Security;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Grants;
using ToolGen.Specification.Json;

namespace ToolGen.Effects;

/// <summary>
/// Reads <c>toolgen.json</c>. It is the host's own file: a host names it, or takes the one of its current directory. The folder of a spec
/// plays no part, so that who writes a spec grants nothing.
/// </summary>
public static class GrantsFile
{
    /// <summary>The name of the file.</summary>
    public const string Name = "toolgen.json";

    /// <summary>Reads a file. Never throws: one that can't be read is a finding too.</summary>
    /// <param name="path">Relative paths in the file count from its folder.</param>
    public static GrantsReading Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[64 * 1024];
            var length = 0;
            int count;
            while ((count = file.Read(bytes, length, bytes.Length - length)) > 0)
            {
                length += count;
                if (length > JsonReader.MaximumBytes) break;
                if (length == bytes.Length) Array.Resize(ref bytes, 2 * bytes.Length);
            }

            return Read(path, bytes.AsSpan(0, length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException)
        {
            var sink = new FindingSink(new(path, ""));
            sink.Add(FindingCatalog.GrantsUnreadable, new(0, 0), e.Message);
            return new(null, sink.ToArray());
        }
    }

    /// <summary>Reads a file's bytes, UTF-8.</summary>
    /// <param name="path">Shown in findings; relative paths in the file count from its folder.</param>
    /// <param name="utf8">At most 8 MiB.</param>
    public static GrantsReading Read(string path, ReadOnlySpan<byte> utf8)
    {
        var document = JsonReader.Read(path, utf8);
        var sink = new FindingSink(document.Source);
        foreach (var finding in document.Findings)
            if (finding.Descriptor != FindingCatalog.EmptyFile) sink.Add(finding.Descriptor, finding.Place.Span, finding.Fix, [.. finding.Arguments]);
        if (document.Root is not null || sink.Errors == 0) GrantsFormat.Check(document.Root, sink);
        return GrantsBuilder.Build(document.Root as JsonObject, Path.GetFullPath(path), null, sink);
    }
}
