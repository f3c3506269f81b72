using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using ToolGen.Checks;

namespace ToolGen.Transforms;

/// <summary>
/// Reads the elements at a path, one in memory at a time. No DTD, no entities beyond XML's five, nothing is fetched. A document that is not
/// well-formed is <c>bad_data</c>: what follows its first fault cannot be trusted.
/// </summary>
internal static class XmlRows
{
    private const int MaxDepth = 128;

    public static IEnumerable<T> Read<T>(TransformRun run, TextReader text, XmlPath records, bool skipBad, Func<XmlValue, T> read)
    {
        if (text.Peek() == '\uFEFF') text.Read();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = true };
        using var reader = XmlReader.Create(text, settings);
        var bad = new BadRecord();
        var matched = 0;
        Func<XmlReader, bool> pass = records.IsAnywhere ? static r => r.Read() : static r => { r.Skip(); return !r.EOF; };
        var more = Step(reader, static r => r.Read());
        while (more)
        {
            if (reader.NodeType == XmlNodeType.EndElement) matched = Math.Min(matched, reader.Depth);
            if (reader.NodeType != XmlNodeType.Element)
            {
                more = Step(reader, static r => r.Read());
            }
            else if (reader.Depth >= MaxDepth)
            {
                throw TooDeep(reader);
            }
            else if (!Fits(reader, records, matched, out var isRecord))
            {
                more = Step(reader, pass);
            }
            else if (!isRecord)
            {
                if (!reader.IsEmptyElement) matched = reader.Depth + 1;
                more = Step(reader, static r => r.Read());
            }
            else
            {
                bad.Clear();
                bad.Line = ((IXmlLineInfo)reader).LineNumber;
                bad.Record++;
                var record = Step(reader, TakeElement);
                var row = read(new(record, record.Name, bad));
                if (run.Keeps(bad, skipBad)) yield return row;
                more = !reader.EOF;
            }
        }
    }

    private static bool Fits(XmlReader reader, XmlPath records, int matched, out bool isRecord)
    {
        isRecord = false;
        if (records.IsAnywhere)
        {
            isRecord = records.Steps[0].Fits(reader.LocalName, reader.NamespaceURI);
            return isRecord;
        }

        isRecord = matched == records.Steps.Count - 1;
        return reader.Depth == matched && records.Steps[matched].Fits(reader.LocalName, reader.NamespaceURI);
    }

    /// <summary>Takes the element the reader stands on; the reader then stands behind it.</summary>
    private static XmlItem TakeElement(XmlReader reader)
    {
        var open = new Stack<XmlItem>();
        var length = 0;
        while (true)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.Depth >= MaxDepth) throw TooDeep(reader);
                var isEmpty = reader.IsEmptyElement;
                var item = XmlItem.Element(reader.LocalName, reader.NamespaceURI);
                length += item.Name.Length + TakeAttributes(reader, item);
                if (open.TryPeek(out var parent)) parent.Items.Add(item);
                open.Push(item);
                if (isEmpty && Close(open, reader) is { } whole) return whole;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                open.Peek().Items.Add(XmlItem.Content(reader.Value));
                length += reader.Value.Length;
            }
            else if (reader.NodeType == XmlNodeType.EndElement && Close(open, reader) is { } whole)
            {
                return whole;
            }

            if (length > TextBuffer.MaxLength) throw new ToolException(ToolErrorCodes.Limit, $"one record is longer than {TextBuffer.MaxLength} characters");
            reader.Read();
        }
    }

    private static XmlItem? Close(Stack<XmlItem> open, XmlReader reader)
    {
        var item = open.Pop();
        if (open.Count > 0) return null;
        reader.Read();
        return item;
    }

    private static int TakeAttributes(XmlReader reader, XmlItem item)
    {
        var length = 0;
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            length += reader.Value.Length + reader.LocalName.Length;
            item.Items.Add(XmlItem.Attribute(reader.LocalName, reader.NamespaceURI, reader.Value));
        }

        reader.MoveToElement();
        return length;
    }

    private static T Step<T>(XmlReader reader, Func<XmlReader, T> step)
    {
        try
        {
            return step(reader);
        }
        catch (XmlException e)
        {
            // The message names line and position itself, but a DTD's is about settings that no caller has.
            var isDtd = e.Message.Contains("DTD", StringComparison.Ordinal);
            throw new ToolException(ToolErrorCodes.BadData, $"line {e.LineNumber}: {(isDtd ? "the XML has a document type declaration (DTD), which is refused" : "not well-formed XML: " + e.Message)}");
        }
    }

    private static ToolException TooDeep(XmlReader reader) =>
        new(ToolErrorCodes.BadData, $"line {((IXmlLineInfo)reader).LineNumber}: the XML is deeper than {MaxDepth} levels");
}
