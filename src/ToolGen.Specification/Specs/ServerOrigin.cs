using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs;

/// <summary>
/// <c>x-mcp</c> of a spec without implementation: the tool of a running server that it was imported from. Such a tool needs no code of the project; the server's
/// takes its place while the server is connected.
/// </summary>
/// <param name="Server">What the application calls the server: a legal name.</param>
/// <param name="Tool">The server's name of the tool.</param>
/// <param name="Fingerprint">SHA-256 of all that the server said of it when it was imported, lower-case hex.</param>
public sealed record ServerOrigin(string Server, string Tool, string Fingerprint)
{
    private const string Key = "x-mcp";

    /// <summary>Null where the spec has none, or one that is not whole: it is a note then, as any <c>x-*</c>.</summary>
    public static ServerOrigin? Of(JsonObject spec) =>
        spec?[Key] is JsonObject origin && origin["server"] is JsonString server && SpecNames.IsLegal(server.Value) && origin["tool"] is JsonString tool && origin["fingerprint"] is JsonString fingerprint
            ? new(server.Value, tool.Value, fingerprint.Value)
            : null;

    /// <summary>The member of the spec.</summary>
    public JsonMember ToMember() => new(Key, default, JsonMake.Object(
        JsonMake.Member("server", JsonMake.Text(this.Server)), JsonMake.Member("tool", JsonMake.Text(this.Tool)), JsonMake.Member("fingerprint", JsonMake.Text(this.Fingerprint))));
}
