using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The parts of a multipart body: what a spec itself says of a file's name and type is what a request can carry.</summary>
internal static class PartReader
{
    /// <summary>The parts of a member: one, or those of its array.</summary>
    public static IReadOnlyList<JsonNode> Of(JsonNode member) => member is JsonArray list ? list.Items : [member];

    public static void Check(JsonObject? multipart, FindingSink sink)
    {
        foreach (var part in multipart?.Members.SelectMany(member => Of(member.Value)).OfType<JsonObject>() ?? [])
        {
            if (part["fileName"] is JsonString name && !Holds(name, PartRules.IsFileName))
                sink.Add(FindingCatalog.BadText, name.Span, "fileName", Shown.Text(name.Value), "the name of a file without / \\ \" and escapes such as %22", "photo.png");
            if (part["contentType"] is JsonString type && !Holds(type, PartRules.IsMediaType))
                sink.Add(FindingCatalog.BadText, type.Span, "contentType", Shown.Text(type.Value), "a media type that has no parts of its own", "image/png");
        }
    }

    // What values make of it is seen when they are there.
    private static bool Holds(JsonString text, Func<string, bool> rule)
    {
        var pieces = HoleReader.Read(Texts.Of(text)!, new FindingSink(new("", ""))).Pieces;
        return pieces is [{ Reference: not null }] || rule(string.Concat(pieces.Select(piece => piece.Reference is null ? piece.Literal : "x")));
    }
}
