using System;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Registry.Storage;

/// <summary>What callers give, bounded before it is written: it stays for good.</summary>
internal static class Bounds
{
    private const int LongestBy = 200, LongestReason = 2_000, LongestBody = 65_536, LongestName = 64;

    /// <summary>Who.</summary>
    public static string By(string by) => Text(by, LongestBy, "who does it");

    /// <summary>Why.</summary>
    public static string Reason(string reason) => Text(reason, LongestReason, "the reason");

    /// <summary>The body of a host's record, in canonical form.</summary>
    public static string Body(string body)
    {
        if (body.Length > LongestBody) throw Refused($"the body of a record has at most {LongestBody} characters");
        return JsonReader.Read(new SourceText("body", body)) is { Root: JsonObject root, Findings.Count: 0 } ? JsonWriter.Canonical(root) : throw Refused("the body of a record is one JSON object without hidden characters");
    }

    /// <summary>A name such as <c>billing-tools</c>.</summary>
    public static string Name(string name, string what) =>
        name.Length is > 0 and <= LongestName && name[0] is (>= 'a' and <= 'z') && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_') ? name
        : throw Refused($"{what} is named in lower case, with digits, - and _, at most {LongestName} characters, the first one a letter");

    public static RegistryException Refused(string why) => new(RegistryFault.NotSound, why);

    private static string Text(string text, int longest, string what) =>
        string.IsNullOrWhiteSpace(text) ? throw Refused($"{what} is missing")
        : text.Length > longest ? throw Refused($"{what} has at most {longest} characters")
        : !IsWhole(text) || text.Any(c => char.IsControl(c) && c is not '\n') || InvisibleCharacters.IndexIn(text) >= 0 ? throw Refused($"{what} has characters that nobody sees")
        : text;

    /// <summary>Whether UTF-8 can hold it.</summary>
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
