using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Files;

/// <summary>The specs that a command line names.</summary>
internal static class SpecFiles
{
    /// <summary>What the file of a tool is called.</summary>
    public static string NameOf(string tool) => tool + ".tool.json";

    /// <summary>Finds and reads them.</summary>
    /// <exception cref="UsageException">A path is not there, or nothing was found.</exception>
    public static SpecSet Require(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var set = SpecSet.Find(paths, cancellationToken);
        if (set.Missing.Count > 0) throw new UsageException($"no such file or folder: {string.Join(", ", set.Missing)}");
        if (set.Inputs.Count == 0 && set.Findings.Count == 0) throw new UsageException($"no *.tool.json below {string.Join(", ", paths)}");
        return set;
    }

    /// <summary>The specs, then those that lie in their folders or in further ones, each once: a tool that calls others comes with what it calls.</summary>
    public static IReadOnlyList<SpecInput> WithBeside(IReadOnlyList<SpecInput> inputs, IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        var around = inputs.Select(input => Path.GetDirectoryName(Path.GetFullPath(input.Path))!).Concat(folders).Distinct().ToArray();
        return [.. inputs.Concat(SpecSet.Find(around, cancellationToken).Inputs).DistinctBy(input => Path.GetFullPath(input.Path))];
    }

    /// <summary>The text of a file that is to be edited, its byte order mark kept as a character; null where it is no UTF-8.</summary>
    public static SourceText? Text(string path, System.ReadOnlySpan<byte> utf8)
    {
        try
        {
            return new SourceText(path, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
