using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>HTTP as a tool has it: one request, one whole answer, guarded by the host. Capability <c>http METHOD URL</c>.</summary>
public interface IToolHttp
{
    /// <summary>Sends a request and reads the whole answer. Statuses of 400 and above are answers too.</summary>
    /// <exception cref="ToolException">
    /// <c>denied</c>: capabilities, grants or the address guard refuse it; <c>unavailable</c>: name, connection or TLS failed;
    /// <c>timeout</c>; <c>limit</c>: a cap of size or count; <c>missing_secret</c>.
    /// </exception>
    ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A request. Secrets stand in it by name only.</summary>
/// <param name="Method">In capitals, such as <c>GET</c>.</param>
/// <param name="Url">Absolute, <c>http</c> or <c>https</c>, every value in it encoded.</param>
public sealed record ToolHttpRequest(string Method, string Url)
{
    /// <summary>Without those of the body and of <see cref="Auth"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Null: none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Such as <c>application/json</c>; null where there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>How the host authorises it; null: not at all.</summary>
    public ToolHttpAuth? Auth { get; init; }

    /// <summary>Further attempts on 408, 429, 5xx and failed connections, 0 to 10; <c>Retry-After</c> is honoured.</summary>
    public int Retries { get; init; }
}

/// <summary>How a request is authorised. The secret's value is added on the host's side and never reaches the tool.</summary>
/// <param name="Scheme"><c>bearer header query basic hmac</c>.</param>
/// <param name="Secret">The secret's logical name.</param>
public sealed record ToolHttpAuth(string Scheme, string Secret)
{
    /// <summary>The header (header, hmac), query parameter (query) or user (basic).</summary>
    public string? Carrier { get; init; }

    /// <summary>hmac: <c>sha256 sha384 sha512</c>.</summary>
    public string? Algorithm { get; init; }

    /// <summary>hmac: the text that is signed; null: the body.</summary>
    public string? Over { get; init; }

    /// <summary>Sent only where the host has the secret.</summary>
    public bool Optional { get; init; }
}

/// <summary>An answer, read whole, secrets masked.</summary>
/// <param name="Status">100 to 599.</param>
/// <param name="Url">What answered, after redirects.</param>
/// <param name="Headers">Names in the server's own case, compared ignoring case.</param>
/// <param name="Body">As decoded by <c>Content-Encoding</c>.</param>
public sealed record ToolHttpResponse(int Status, string Url, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The first header of a name, or null.</summary>
    public string? Header(string name)
    {
        foreach (var header in this.Headers)
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)) return header.Value;
        return null;
    }

    /// <summary>The body as UTF-8; invalid bytes become U+FFFD.</summary>
    public string Text() => Encoding.UTF8.GetString(this.Body.Span);

    /// <summary>The body as JSON.</summary>
    /// <exception cref="ToolException"><c>bad_data</c>: it is none.</exception>
    public JsonElement Json()
    {
        try
        {
            using var document = JsonDocument.Parse(this.Body, new JsonDocumentOptions { MaxDepth = 128 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new ToolException(ToolErrorCodes.BadData, $"the answer of {new Uri(this.Url).Host} (status {this.Status}) is no JSON");
        }
    }
}
