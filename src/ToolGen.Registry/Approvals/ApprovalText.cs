using System;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;

namespace ToolGen.Registry.Approvals;

/// <summary>An approval as canonical JSON: what is signed, and with the signature what is kept.</summary>
internal static class ApprovalText
{
    private const string What = "toolgen approval 1";

    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>What the signature covers: everything but itself.</summary>
    public static string Signed(Approval approval) => JsonWriter.Canonical(JsonMake.Object(Members(approval)));

    /// <summary>All of it.</summary>
    public static string Whole(Approval approval) => JsonWriter.Canonical(Node(approval));

    public static JsonObject Node(Approval approval) => JsonMake.Object([.. Members(approval), JsonMake.Member("signature", JsonMake.Text(approval.Signature))]);

    public static Approval Read(string text) =>
        JsonReader.Read(new SourceText("approval", text)) is { Root: JsonObject root, Findings.Count: 0 } ? Read(root) : throw Fault("it is no JSON object");

    /// <summary>Reads it strictly: what this would not have written is none.</summary>
    public static Approval Read(JsonObject root)
    {
        var approval = new Approval
        {
            Id = Text(root, "id"),
            Tool = Text(root, "tool"),
            Version = Text(root, "version"),
            Capabilities = root["capabilities"] is JsonArray lines ? [.. lines.Items.Select(line => (line as JsonString)?.Value ?? throw Fault("a capability is no text"))] : throw Fault("its capabilities are missing"),
            Templates = Text(root, "templates"),
            Evidence = Text(root, "evidence"),
            At = Moment(Text(root, "at")),
            Expires = root["expires"] is JsonString expires ? Moment(expires.Value) : null,
            Key = Text(root, "key"),
            Signature = Text(root, "signature"),
        };
        return Whole(approval) == JsonWriter.Canonical(root) ? approval : throw Fault("it has members beyond those that are known, or in another order");
    }

    /// <summary>Why it can't be one, whoever signed it; null: it can.</summary>
    public static string? Wrong(Approval approval) =>
        !Sha256.IsOne(approval.Id) || !Sha256.IsOne(approval.Templates) || !Sha256.IsOne(approval.Evidence) || !Sha256.IsOne(approval.Key) ? "its hashes are not 64 hexadecimal digits in lower case"
        : !IsWhole(approval.At) || (approval.Expires is { } until && !IsWhole(until)) ? "its times are not UTC in whole seconds"
        : approval.Expires <= approval.At ? "it expires before it was given"
        : null;

    private static JsonMember[] Members(Approval approval) =>
    [
        JsonMake.Member("what", JsonMake.Text(What)),
        JsonMake.Member("id", JsonMake.Text(approval.Id)),
        JsonMake.Member("tool", JsonMake.Text(approval.Tool)),
        JsonMake.Member("version", JsonMake.Text(approval.Version)),
        JsonMake.Member("capabilities", JsonMake.Texts(approval.Capabilities)),
        JsonMake.Member("templates", JsonMake.Text(approval.Templates)),
        JsonMake.Member("evidence", JsonMake.Text(approval.Evidence)),
        JsonMake.Member("at", JsonMake.Text(Text(approval.At))),
        JsonMake.Member("expires", JsonMake.TextOrNull(approval.Expires is { } expires ? Text(expires) : null)),
        JsonMake.Member("key", JsonMake.Text(approval.Key)),
    ];

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParseExact(text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : throw Fault("a time in it is none");

    public static bool IsWhole(DateTimeOffset moment) => moment.Offset == TimeSpan.Zero && moment.Ticks % TimeSpan.TicksPerSecond == 0;

    private static string Text(JsonObject root, string name) => (root[name] as JsonString)?.Value ?? throw Fault($"its {name} is missing");

    private static RegistryException Fault(string why) => new(RegistryFault.Damaged, $"an approval of this registry can't be read: {why}; run `toolgen verify --all`");
}
