using System.Collections.Generic;
using ToolGen.Registry.Approvals;
using ToolGen.Specification.Json;

namespace ToolGen.Registry.Audit;

/// <summary>The bodies of records, canonical.</summary>
internal static class Bodies
{
    public static string Created(string registry, int form) => Text(Member("registry", registry), JsonMake.Member("form", JsonMake.Number(form)));

    public static string Id(string id) => Text(Member("id", id));

    public static string Marked(string id, string reason) => Text(Member("id", id), Member("reason", reason));

    public static string Session(string id, string owner, long expires) => Text(Member("id", id), Member("session", owner), JsonMake.Member("expires", JsonMake.Number(expires)));

    public static string Approved(Approval approval, int persons, string policy) => Text(
        Member("id", approval.Id), JsonMake.Member("approval", ApprovalText.Node(approval)), JsonMake.Member("persons", JsonMake.Number(persons)), Member("policy", policy));

    public static string Renewed(string id, string evidence) => Text(Member("id", id), Member("evidence", evidence));

    public static string Grant(KeyGrant grant) => Text(JsonMake.Member("grant", KeyGrantText.Node(grant)));

    public static string Collection(string name) => Text(Member("collection", name));

    public static string Member(string collection, string tool, string? range) => Text(Member("collection", collection), Member("tool", tool), JsonMake.Member("range", JsonMake.TextOrNull(range)));

    public static string Unmember(string collection, string tool) => Text(Member("collection", collection), Member("tool", tool));

    public static string Imported(string bundle, IEnumerable<string> ids) => Text(Member("bundle", bundle), JsonMake.Member("ids", JsonMake.Texts(ids)));

    private static string Text(params JsonMember[] members) => JsonWriter.Canonical(JsonMake.Object(members));

    private static JsonMember Member(string name, string value) => JsonMake.Member(name, JsonMake.Text(value));
}
