using System;
using System.Text;
using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Json;

/// <summary>
/// Reads one file as strict JSON (RFC 8259, and SPEC §7: no byte order mark, no comment, no repeated name, no lone surrogate, no
/// invisible character). Never throws: what is wrong is a finding with its place, and slips that models make (a comment, a trailing
/// comma, a forgotten quote) are recovered, so that all of them are reported at once.
/// </summary>
public static class JsonReader
{
    /// <summary>The largest file, in bytes of UTF-8: 8 MiB.</summary>
    public const int MaximumBytes = 8 << 20;

    /// <summary>How deep arrays and objects may nest.</summary>
    public const int MaximumDepth = 128;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file's bytes. <paramref name="path"/> is only shown.</summary>
    public static JsonDocument Read(string path, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes) return Refused(new(path, ""), FindingCatalog.FileTooLarge, $"{utf8.Length:#,##0}");
        if (LooksLikeUtf16(utf8)) return Refused(new(path, ""), FindingCatalog.NotUtf8, "UTF-16");

        // The mark is cut off, so that columns are those of the text; the finding stands at the file's first character.
        var hasMark = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF;
        var bytes = (hasMark ? utf8.Slice(3) : utf8).ToArray();
        string text;
        var invalid = -1;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException refused)
        {
            text = Encoding.UTF8.GetString(bytes);
            invalid = Encoding.UTF8.GetCharCount(bytes, 0, Math.Min(Math.Max(refused.Index, 0), bytes.Length));
        }

        var source = new SourceText(path, text);
        var sink = new FindingSink(source);
        if (hasMark) sink.Add(FindingCatalog.ByteOrderMark, new(0, 0), new FindingFix("save the file without the mark", EquatableArray<TextEdit>.Empty));
        if (invalid >= 0) sink.Add(FindingCatalog.NotUtf8, new(Math.Min(invalid, text.Length), 0), "invalid UTF-8");
        return new JsonParser(sink).Parse(0);
    }

    /// <summary>Reads a text that was decoded elsewhere, such as an editor's.</summary>
    public static JsonDocument Read(SourceText source) => Read(source, MaximumBytes);

    /// <summary>The same for a text that is no spec and may be larger.</summary>
    internal static JsonDocument Read(SourceText source, int maximumBytes)
    {
        var text = source.Text;
        if (text.Length > maximumBytes || (text.Length > maximumBytes / 3 && Encoding.UTF8.GetByteCount(text) > maximumBytes))
            return Refused(source, FindingCatalog.FileTooLarge, $"{text.Length:#,##0}");

        var sink = new FindingSink(source);
        var hasMark = text.Length > 0 && text[0] == '\uFEFF';
        if (hasMark) sink.Add(FindingCatalog.ByteOrderMark, new(0, 1), new FindingFix("remove the mark", new(new TextEdit(new(0, 1), ""))));
        return new JsonParser(sink).Parse(hasMark ? 1 : 0);
    }

    private static JsonDocument Refused(SourceText source, FindingDescriptor descriptor, string argument)
    {
        var sink = new FindingSink(source);
        sink.Add(descriptor, new(0, 0), argument);
        return new(source, null, sink.ToArray());
    }

    // A JSON text begins with an ASCII character, so a zero among the first two bytes tells UTF-16 (and UTF-32) apart from UTF-8.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) || bytes[0] == 0 || bytes[1] == 0);
}
