using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ToolGen.Mcp.Client.Listing;

/// <summary>One tool of a server's list, with the hash of all that a model could be told of it.</summary>
/// <param name="said">As the server said it.</param>
internal sealed class ListedTool(ModelContextProtocol.Protocol.Tool said)
{
    private readonly string whole = JsonSerializer.Serialize(
        [
            said.Name, said.Title, said.Description, said.InputSchema.GetRawText(), said.OutputSchema?.GetRawText(),
            said.Annotations is { } hints ? $"{hints.ReadOnlyHint} {hints.DestructiveHint} {hints.IdempotentHint} {hints.OpenWorldHint} {hints.Title}" : null,
        ],
        ListJson.Default.StringArray);

    public ModelContextProtocol.Protocol.Tool Said => said;

    /// <summary>The server's name of it, which a call names.</summary>
    public string Name => said.Name;

    /// <summary>The same for people.</summary>
    public string ShownName => PlainText.Of(said.Name, PlainText.OfName);

    /// <summary>In UTF-8.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(this.whole);

    /// <summary>SHA-256, lower-case hex. Another order of members or another blank is another tool: better one question too many.</summary>
    public string Fingerprint => field ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(this.whole)));
}
