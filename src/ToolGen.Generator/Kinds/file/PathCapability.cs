using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.File;

/// <summary>The path of a capability that covers every path a text with holes can become.</summary>
internal static class PathCapability
{
    // Each ** multiplies the ways in which a path can fit; more than a few say nothing to a reader either.
    private const int MostDeep = 3;

    /// <summary>The folder's name, then <c>**</c> where an input stands (it may hold slashes), <c>*</c> for a part of a name that a row gives.</summary>
    public static string Of(HoleText path)
    {
        var text = string.Concat(path.Pieces.Select(piece => piece.Reference is null ? Plain(piece.Literal) : IsName(piece.Reference) ? "*" : "\0"));
        var parts = new List<string>();
        foreach (var part in text.Split('/').Select(Part))
            if (part != "**" || parts.Count == 0 || parts[parts.Count - 1] != "**") parts.Add(part);
        if (parts.Count(part => part == "**") > MostDeep) parts = [.. parts.TakeWhile(part => part != "**"), "**"];
        return string.Join("/", parts);
    }

    // What a row gives becomes a part of one name; a file's path and folder are paths.
    private static bool IsName(string reference) =>
        reference.StartsWith("row", StringComparison.Ordinal) && reference.Length > 3 && reference[3] is '.' or '[' || reference is "file.name" or "file.stem" or "file.extension";

    // A capability is a line of words: a blank in a name is any character there.
    private static string Plain(string literal) => literal.Replace(' ', '*');

    // ? and sets of characters are not signs of capabilities, but of patterns; of stars in a row one says the same.
    private static string Part(string part)
    {
        if (part.IndexOf('\0') >= 0 || part == "**") return "**";
        if (part.IndexOfAny(['?', '[']) >= 0) return "*";
        while (part.IndexOf("**", StringComparison.Ordinal) >= 0) part = part.Replace("**", "*");
        return part;
    }
}
