using System;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.File;

/// <summary>How rows are written: as <c>format</c> says, else by the path's extension, else as they were read.</summary>
internal static class OutputFormats
{
    public const string Csv = "Csv", Json = "Json", JsonLines = "JsonLines", Lines = "Lines", Text = "Text";

    public static string Of(FileWrite write, ParseFormat read, FindingSink findings)
    {
        if (OfWord(write.Format) is { } said) return said;
        if (OfExtension(write.Path) is { } known) return known;
        if (read != ParseFormat.Xml) return read.ToString();
        findings.Add(FindingCatalog.OutputFormatUnclear, write.Path.Text.Node.Span);
        return Json;
    }

    /// <summary>Whether a row is a text there, and no object.</summary>
    public static bool IsPlain(string format) => format is Lines or Text;

    private static string? OfWord(string? word) => word switch
    {
        "csv" => Csv,
        "json" => Json,
        "jsonl" => JsonLines,
        "lines" => Lines,
        "text" => Text,
        _ => null,
    };

    private static string? OfExtension(HoleText path)
    {
        var end = path.Pieces.LastOrDefault() is { Reference: null } last ? last.Literal : "";
        var dot = end.LastIndexOf('.');
        return dot < 0 || end.IndexOf('/', dot) >= 0 ? null : end.Substring(dot).ToLowerInvariant() switch
        {
            ".csv" => Csv,
            ".json" => Json,
            ".jsonl" or ".ndjson" => JsonLines,
            ".txt" or ".md" or ".log" => Lines,
            _ => null,
        };
    }
}
