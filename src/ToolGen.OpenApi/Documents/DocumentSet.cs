using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using ToolGen.Effects;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Documents;

/// <summary>
/// The files of one document. References are followed into the same file and into files below the document's folder, links resolved;
/// nothing else is opened and nothing is fetched.
/// </summary>
internal sealed class DocumentSet
{
    private readonly Dictionary<string, DocumentFile?> files = new(StringComparer.Ordinal);
    private readonly string? folder;
    private readonly string shownFolder;
    private readonly ImportFindings findings;
    private long bytes;

    private DocumentSet(string? folder, string shownFolder, ImportFindings findings)
    {
        this.folder = folder;
        this.shownFolder = shownFolder;
        this.findings = findings;
    }

    /// <summary>The document itself.</summary>
    public DocumentFile Root { get; private set; } = null!;

    /// <summary>Opens a document; null where it cannot be read, and a finding says why.</summary>
    public static DocumentSet? Open(string path, ImportFindings findings)
    {
        try
        {
            var full = Real(Path.GetFullPath(path));
            var set = new DocumentSet(Path.GetDirectoryName(full), Path.GetDirectoryName(path) ?? "", findings);
            set.Root = set.Load(full, path);
            set.files[full] = set.Root;
            return set;
        }
        catch (Exception e) when (e is DocumentException or IOException or UnauthorizedAccessException)
        {
            findings.Add(FindingCatalog.DocumentRefused, new SourceText(path, ""), default, e.Message);
            return null;
        }
    }

    /// <summary>A document that lies in no file: it has no others beside it.</summary>
    public static DocumentSet? Read(SourceText text, ImportFindings findings)
    {
        var set = new DocumentSet(null, "", findings);
        try
        {
            set.Root = set.Parse("", text);
            return set;
        }
        catch (DocumentException e)
        {
            findings.Add(FindingCatalog.DocumentRefused, text, default, e.Message);
            return null;
        }
    }

    /// <summary>Follows references until a value stands there; nothing where one leads nowhere, and a finding says so.</summary>
    public At Resolve(At at) => this.Resolve(at, out _);

    /// <summary>The same, with the last reference that was followed; null: there was none.</summary>
    public At Resolve(At at, out string? reference)
    {
        reference = null;
        for (var i = 0; at["$ref"].Node is JsonString target; i++)
        {
            if (i == DocumentLimits.ReferenceChain) return this.Refuse(at, target.Value, "it leads in a circle");
            reference = target.Value;
            at = this.Follow(at, target.Value);
        }

        return at;
    }

    private At Follow(At from, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var (file, pointer) = hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
        var document = from.File;
        if (file.Length > 0)
        {
            if (this.Beside(from.File, file, out var why) is not { } other) return this.Refuse(from, reference, why);
            document = other;
        }

        var node = document.Root;
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            // A name alone, as Swagger 1 and some generators write it.
            pointer = (document.Root as JsonObject)?["definitions"] is null ? "/components/schemas/" + pointer : "/definitions/" + pointer;
        }

        foreach (var part in pointer.Split('/')[1..])
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is JsonObject members ? members[name] ?? members[part]
                : node is JsonArray list && int.TryParse(name, out var index) && index >= 0 && index < list.Items.Count ? list.Items[index]
                : null;
            if (node is null) return this.Refuse(from, reference, $"there is no `{name}` there");
        }

        return new(document, node);
    }

    private DocumentFile? Beside(DocumentFile from, string reference, out string why)
    {
        why = "";
        if (this.folder is null || from.Path.Length == 0)
            return Refused("the document lies in no folder", out why);
        if (reference.Contains("://", StringComparison.Ordinal) || reference.StartsWith("//", StringComparison.Ordinal))
            return Refused("nothing is fetched from the network", out why);
        string full;
        try
        {
            var name = Uri.UnescapeDataString(reference);
            if (name.Contains('\0', StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Contains(':', StringComparison.Ordinal))
                return Refused("it is no relative path", out why);
            full = Path.GetFullPath(name, Path.GetDirectoryName(from.Path)!);
            if (!IsBelow(full) || !File.Exists(full)) return Refused(IsBelow(full) ? "there is no such file" : "it leaves the document's folder", out why);
            full = Real(full);
            if (!IsBelow(full)) return Refused("a link leads out of the document's folder", out why);
            if (this.files.TryGetValue(full, out var known)) return known ?? Refused("its file cannot be read", out why);
            if (this.files.Count >= DocumentLimits.Files) return Refused($"the document has more than {DocumentLimits.Files} files", out why);
            this.files[full] = null;
            return this.files[full] = this.Load(full, Path.Combine(this.shownFolder, Path.GetRelativePath(this.folder, full)));
        }
        catch (Exception e) when (e is DocumentException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refused(e.Message, out why);
        }

        bool IsBelow(string path) => path.StartsWith(this.folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

        static DocumentFile? Refused(string reason, out string why)
        {
            why = reason;
            return null;
        }
    }

    private DocumentFile Load(string full, string shown)
    {
        var attributes = File.GetAttributes(full);
        if ((attributes & FileAttributes.Directory) != 0) throw new DocumentException("it is a folder");
        using var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!stream.CanSeek) throw new DocumentException("it is no file");
        if (stream.Length > DocumentLimits.FileBytes) throw new DocumentException($"it has more than {DocumentLimits.FileBytes >> 20} MiB");
        this.bytes += stream.Length;
        if (this.bytes > DocumentLimits.AllBytes) throw new DocumentException($"its files have more than {DocumentLimits.AllBytes >> 20} MiB");
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            return this.Parse(full, new SourceText(shown, reader.ReadToEnd()));
        }
        catch (DecoderFallbackException)
        {
            throw new DocumentException("it is no UTF-8");
        }
    }

    private DocumentFile Parse(string full, SourceText source)
    {
        var first = source.Text.AsSpan().TrimStart();
        if (first.Length == 0) throw new DocumentException("it is empty");
        if (first[0] is not ('{' or '[')) return new(full, source, new YamlTree(source, this.findings).Read());
        var read = JsonReader.Read(source, DocumentLimits.FileBytes);

        // A brace begins JSON, and YAML's flow style too.
        if (read.Root is null) return new(full, source, new YamlTree(source, this.findings).Read());
        foreach (var slip in read.Findings) this.findings.Add(FindingCatalog.DocumentSlip, source, slip.Place.Span, slip.Message);
        return new(full, source, read.Root);
    }

    private At Refuse(At from, string reference, string why)
    {
        this.findings.Add(FindingCatalog.ReferenceRefused, from, reference, why);
        return new(from.File, null);
    }

    private static string Real(string path)
    {
        var real = RealPath.Of(path);
        return RealPath.Of(real) == real ? real : throw new DocumentException("its links lead on and on");
    }
}
