using System;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The kind <c>file</c>: what it has beyond a transform.</summary>
internal static class FileReader
{
    public static Implementation? Read(JsonObject node, TransformImplementation rest, FindingSink sink)
    {
        var read = Path(node["read"] as JsonString, sink);
        var write = Write(node["write"], sink);
        if (read is null) return null;
        return new FileImplementation(node)
        {
            Let = rest.Let,
            Fail = rest.Fail,
            Result = rest.Result,
            Format = rest.Format,
            SourceExpression = rest.SourceExpression,
            SkipBad = rest.SkipBad,
            Record = rest.Record,
            AnyRecord = rest.AnyRecord,
            Patterns = rest.Patterns,
            Match = rest.Match,
            Records = rest.Records,
            Namespaces = rest.Namespaces,
            Paths = rest.Paths,
            Delimiter = rest.Delimiter,
            Escape = rest.Escape,
            Steps = rest.Steps,
            Read = read,
            Write = write,
        };
    }

    private static FileWrite? Write(JsonNode? node, FindingSink sink)
    {
        var options = node as JsonObject;
        var path = Path((options is null ? node : options["path"]) as JsonString, sink);
        if (path is null) return null;
        return new(node!, path)
        {
            Format = (options?["format"] as JsonString)?.Value,
            Value = options?["value"] is { } value ? ResultReader.Value(value) : null,
            Replace = (options?["exists"] as JsonString)?.Value != "fail",
            MaxFiles = IntegerShape.Value(options?["maxFiles"]) ?? 1,
        };
    }

    // The first part is a granted folder, and so literal: a value must never choose which grant is used.
    private static HoleText? Path(JsonString? node, FindingSink sink)
    {
        if (Texts.Of(node) is not { Value.Length: > 0 } text) return null;
        var path = HoleReader.Read(text, sink);
        var value = text.Value;
        var slash = value.IndexOf('/');
        var fault = value.IndexOf('\\') >= 0 ? "holds a backslash"
            : value[0] == '/' || value.IndexOf(':') is >= 0 and < 3 || value[0] == '~' ? "is absolute"
            : slash <= 0 ? "names no folder"
            : !TextRules.LogicalName.Holds(value.Substring(0, slash)) ? "doesn't begin with the literal name of a folder"
            : Array.Exists(value.Split('/'), part => part is ".." or ".") ? "holds '.' or '..'"
            : null;
        if (fault is not null) sink.Add(FindingCatalog.BadPath, text.Node.Span, Shown.Text(value), fault);
        return path;
    }
}
