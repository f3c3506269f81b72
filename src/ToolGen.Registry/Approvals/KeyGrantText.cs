using System.Linq;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;

namespace ToolGen.Registry.Approvals;

/// <summary>A grant as canonical JSON.</summary>
internal static class KeyGrantText
{
    private const int LongestName = 100;

    private const string Trust = "toolgen trusts a key 1", Withdraw = "toolgen withdraws a key 1";

    public static string Signed(KeyGrant grant) => JsonWriter.Canonical(JsonMake.Object(Members(grant)));

    public static string Whole(KeyGrant grant) => JsonWriter.Canonical(Node(grant));

    public static JsonObject Node(KeyGrant grant) => JsonMake.Object([.. Members(grant), JsonMake.Member("signature", JsonMake.Text(grant.Signature))]);

    public static KeyGrant Read(string text) =>
        JsonReader.Read(new SourceText("grant", text)) is { Root: JsonObject root, Findings.Count: 0 } ? Read(root) : throw Fault("it is no JSON object");

    public static KeyGrant Read(JsonObject root)
    {
        var grant = new KeyGrant
        {
            Registry = Text(root, "registry"),
            Withdraws = Text(root, "what") == Withdraw,
            Key = Text(root, "key"),
            Public = Text(root, "public"),
            Name = Text(root, "name"),
            At = ApprovalText.Moment(Text(root, "at")),
            By = Text(root, "by"),
            Signature = Text(root, "signature"),
        };
        return Whole(grant) == JsonWriter.Canonical(root) ? grant : throw Fault("it has members beyond those that are known, or in another order");
    }

    /// <summary>Why it can't be one, whoever signed it; null: it can.</summary>
    public static string? Wrong(KeyGrant grant) =>
        grant.Name.Length is 0 or > LongestName || grant.Name.Any(char.IsControl) || InvisibleCharacters.IndexIn(grant.Name) >= 0 ? "its name is empty, too long or has characters that nobody sees"
        : !Sha256.IsOne(grant.Key) || !Sha256.IsOne(grant.By) || Signatures.IdOf(grant.Public) != grant.Key ? "its key is not the P-256 key that it names"
        : !ApprovalText.IsWhole(grant.At) ? "its time is not UTC in whole seconds"
        : null;

    private static JsonMember[] Members(KeyGrant grant) =>
    [
        JsonMake.Member("what", JsonMake.Text(grant.Withdraws ? Withdraw : Trust)),
        JsonMake.Member("registry", JsonMake.Text(grant.Registry)),
        JsonMake.Member("key", JsonMake.Text(grant.Key)),
        JsonMake.Member("public", JsonMake.Text(grant.Public)),
        JsonMake.Member("name", JsonMake.Text(grant.Name)),
        JsonMake.Member("at", JsonMake.Text(ApprovalText.Text(grant.At))),
        JsonMake.Member("by", JsonMake.Text(grant.By)),
    ];

    private static string Text(JsonObject root, string name) => (root[name] as JsonString)?.Value ?? throw Fault($"its {name} is missing");

    private static RegistryException Fault(string why) => new(RegistryFault.Damaged, $"the grant of a key in this registry can't be read: {why}; run `toolgen verify --all`");
}
