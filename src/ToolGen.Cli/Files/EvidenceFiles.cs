using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using ToolGen.Cli.Output;
using ToolGen.Forge.Evidence;
using ToolGen.Specification.Evidence;

namespace ToolGen.Cli.Files;

/// <summary>Evidence in files: <c>NAME.evidence.json</c>, its canonical text and a line break.</summary>
internal static partial class EvidenceFiles
{
    private const string Extension = ".evidence.json";

    /// <summary>What the round before left, by tool.</summary>
    /// <param name="path">A file or a folder; null: nothing.</param>
    /// <param name="written">The folder that this round writes: before the first one it need not be there.</param>
    /// <param name="terminal">Takes what is wrong with a file.</param>
    /// <exception cref="UsageException">It is not there, or holds a file that is no evidence.</exception>
    public static IReadOnlyDictionary<string, ToolEvidence> Read(string? path, string? written, Terminal terminal)
    {
        var found = new Dictionary<string, ToolEvidence>(StringComparer.OrdinalIgnoreCase);
        if (path is null) return found;
        if (!File.Exists(path) && !Directory.Exists(path))
            return written is not null && Path.GetFullPath(path) == Path.GetFullPath(written) ? found : throw new UsageException($"no such file or folder: {path}");
        foreach (var file in File.Exists(path) ? [path] : Directory.GetFiles(path, "*" + Extension).Order(StringComparer.Ordinal).ToArray())
        {
            var reading = EvidenceReader.Read(file, Bytes(file));
            FindingText.Write(terminal.Error, reading.Findings, terminal.ColorError);
            if (reading.Evidence is not { } evidence) throw new UsageException($"{file} can't be used as evidence: see above");
            found[evidence.Tool] = evidence;
        }

        return found;
    }

    /// <summary>Writes them, all or none.</summary>
    /// <param name="folder">Made where it is not there; null: nothing is written.</param>
    /// <param name="evidence">A tool whose name is none that a spec can have is left out; of one name the first counts.</param>
    /// <param name="terminal">Is told what is left out.</param>
    /// <param name="cancellationToken">Leaves the folder as it was.</param>
    public static void Write(string? folder, IReadOnlyList<ForgedEvidence> evidence, Terminal terminal, CancellationToken cancellationToken)
    {
        if (folder is null) return;
        using var batch = new FileBatch();
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in evidence.Select(one => one.Evidence))
        {
            if (Name().IsMatch(one.Tool) && written.Add(one.Tool)) batch.Add(Path.Combine(folder, one.Tool + Extension), one.Text + "\n");
            else terminal.Note($"no file for {one.Tool}: its name is that of another tool, or none that a tool can have");
        }

        batch.Commit(cancellationToken);
    }

    // A byte more than may be is enough to know.
    private static byte[] Bytes(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[(int)Math.Min(stream.Length, EvidenceReader.MaximumBytes + 1)];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {path}: {e.Message}");
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
