using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Testing.Comparison;

namespace ToolGen.Testing.Replay.Http;

/// <summary>
/// The parts of a body as a sample writes them, by name: a text, or <c>{text | json | base64, fileName?, contentType?}</c>; a list where a name has several, null where it
/// has none. What is not named is free where the whole is not meant.
/// </summary>
internal static class PartPattern
{
    /// <summary>Each difference: where, what was expected, what was got.</summary>
    public static IEnumerable<(string Part, string Expected, string Got)> Differences(JsonObject expected, IReadOnlyList<SeenPart> seen, bool isWhole)
    {
        foreach (var member in expected.Members)
        {
            var label = "multipart " + member.Name;
            var wanted = member.Value switch { JsonNull => [], JsonArray list => list.Items, var one => [one] };
            var got = seen.Where(part => part.Name == member.Name).ToArray();
            if (wanted.Count != got.Length)
            {
                yield return (label, Count(wanted.Count), Count(got.Length));
                continue;
            }

            for (var i = 0; i < got.Length; i++)
                foreach (var (place, want, have) in Of(wanted[i], got[i])) yield return (wanted.Count == 1 ? label + place : FormattableString.Invariant($"{label} {i + 1}{place}"), want, have);
        }

        if (!isWhole) yield break;
        foreach (var extra in seen.Where(part => expected.Member(part.Name) is null)) yield return ("multipart " + extra.Name, "nothing", Excerpt.Of(extra.Text));
    }

    private static IEnumerable<(string Place, string Expected, string Got)> Of(JsonNode wanted, SeenPart part)
    {
        if (wanted is not JsonObject described)
        {
            var text = wanted is JsonString own ? own.Value : JsonWriter.Compact(wanted);
            if (text != part.Text) yield return Pair("", text, part.Text);
            yield break;
        }

        // What is not understood would let every part pass.
        foreach (var member in described.Members.Where(member => !(member.Name == "json" || (member.Name is "text" or "base64" && member.Value is JsonString) || (member.Name is "fileName" or "contentType" && member.Value is JsonString or JsonNull))))
            yield return ($" {member.Name}", member.Name is "text" or "base64" or "fileName" or "contentType" ? "a text" : "text, json, base64, fileName or contentType", Excerpt.Of(member.Value));
        if (described["text"] is JsonString said && said.Value != part.Text) yield return Pair("", said.Value, part.Text);
        if (described["base64"] is JsonString bytes && bytes.Value != Convert.ToBase64String(part.Content)) yield return Pair("", bytes.Value, Convert.ToBase64String(part.Content));
        if (described["fileName"] is { } name && Label(name) != part.FileName) yield return Pair(" fileName", Label(name), part.FileName);
        if (described["contentType"] is { } type && Label(type) != part.ContentType) yield return Pair(" contentType", Label(type), part.ContentType);
        if (described["json"] is not { } json) yield break;
        if (JsonText.Parse(part.Content) is not { } sent) yield return (" json", Excerpt.Of(json), Excerpt.Of(part.Text));
        else foreach (var difference in OutputComparer.Differences(json, sent).Take(5)) yield return (" json " + difference.Pointer, difference.Expected, difference.Actual);
    }

    private static string? Label(JsonNode node) => (node as JsonString)?.Value;

    private static (string Place, string Expected, string Got) Pair(string place, string? expected, string? got)
    {
        if (expected is null || got is null) return (place, expected is null ? "nothing" : Excerpt.Of(expected), got is null ? "nothing" : Excerpt.Of(got));
        var (want, have) = Excerpt.Of(expected, got);
        return (place, want, have);
    }

    private static string Count(int count) => count == 1 ? "1 part" : count.ToString(CultureInfo.InvariantCulture) + " parts";
}
