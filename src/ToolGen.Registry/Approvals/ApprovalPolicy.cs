using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Enumeration;
using System.Linq;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;

namespace ToolGen.Registry;

/// <summary>
/// Who may approve what in a registry: <c>{"approvers":["KEY"],"twoPersons":["write *"],"expiry":90}</c>, in <c>policy.json</c> beside the file or given by the host. It can only narrow what keys that are trusted may do.
/// </summary>
public sealed record ApprovalPolicy
{
    /// <summary>The name of the file in a registry's folder.</summary>
    public const string FileName = "policy.json";

    private const int LargestFile = 1 << 20;

    private const int LongestExpiry = 36_500;

    /// <summary>The keys that may approve; none: every key that is trusted.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>Patterns of capabilities (<c>*</c> for any text) that two persons approve, such as <c>http *</c>.</summary>
    public IReadOnlyList<string> TwoPersons { get; init; } = [];

    /// <summary>After how many days an approval no longer holds, at the latest; null: for as long as it says itself.</summary>
    public int? Expiry { get; init; }

    /// <summary>Nothing beyond what keys that are trusted may do.</summary>
    public static ApprovalPolicy None { get; } = new();

    /// <summary>SHA-256 over its canonical JSON: what a record of an approval names.</summary>
    internal string Hash => Sha256.Of(JsonWriter.Canonical(JsonMake.Object(
        JsonMake.Member("approvers", JsonMake.Texts(this.Approvers)),
        JsonMake.Member("twoPersons", JsonMake.Texts(this.TwoPersons)),
        JsonMake.Member("expiry", this.Expiry is { } days ? JsonMake.Number(days) : JsonMake.Null))));

    /// <summary>Reads a file.</summary>
    /// <exception cref="RegistryException">It can't be read: then nothing is approved by it.</exception>
    public static ApprovalPolicy Read(string path)
    {
        byte[] bytes;
        try
        {
            // A pipe has no length either, and would be waited for.
            if (new FileInfo(path).Length is var length && length is 0 or > LargestFile) throw Wrong(path, length == 0 ? "it is empty, or no file" : "it is too large");
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, e.Message);
        }

        return JsonReader.Read(path, bytes) is { Root: JsonObject root, Findings.Count: 0 } ? Read(path, root) : throw Wrong(path, "it is no JSON object");
    }

    /// <summary>Reads a section of a file; <paramref name="place"/> is only shown.</summary>
    private static ApprovalPolicy Read(string place, JsonObject root)
    {
        if (root.Members.FirstOrDefault(member => member.Name is not ("approvers" or "twoPersons" or "expiry")) is { } unknown)
            throw Wrong(place, $"{unknown.Name} is not known; known are approvers, twoPersons, expiry");
        var policy = new ApprovalPolicy { Approvers = Texts(place, root, "approvers"), TwoPersons = Texts(place, root, "twoPersons"), Expiry = Days(place, root["expiry"]) };
        return policy.Approvers.All(Sha256.IsOne) ? policy : throw Wrong(place, "approvers are keys: 64 hexadecimal digits in lower case");
    }

    /// <summary>How many persons approve a version with these capabilities.</summary>
    public int Persons(IEnumerable<string> capabilities) =>
        capabilities.Any(capability => this.TwoPersons.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, capability, ignoreCase: true))) ? 2 : 1;

    /// <summary>Whether a key may approve, where it is trusted.</summary>
    public bool MayApprove(string key) => this.Approvers.Count == 0 || this.Approvers.Contains(key);

    /// <summary>Until when an approval holds; null: for good.</summary>
    public DateTimeOffset? Until(Approval approval)
    {
        if (this.Expiry is not { } days) return approval.Expires;
        var latest = approval.At.AddDays(days);
        return approval.Expires < latest ? approval.Expires : latest;
    }

    private static string[] Texts(string place, JsonObject root, string name) => root[name] switch
    {
        null => [],
        JsonArray array when array.Items.All(item => item is JsonString { Value.Length: > 0 }) => [.. array.Items.Cast<JsonString>().Select(item => item.Value)],
        _ => throw Wrong(place, $"{name} is a list of texts"),
    };

    private static int? Days(string place, JsonNode? node) => node switch
    {
        null or JsonNull => null,
        JsonNumber number when int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= LongestExpiry => days,
        _ => throw Wrong(place, $"expiry is a number of days from 1 to {LongestExpiry}"),
    };

    internal static RegistryException Wrong(string place, string why) => new(RegistryFault.NotApproved, $"the policy {place} can't be used: {why}; while it can't, nothing counts as approved");
}
