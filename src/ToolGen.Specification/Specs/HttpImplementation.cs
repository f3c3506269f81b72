using System.Collections.Generic;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Specs;

/// <summary>The kind <c>http</c>: one request, its answer typed, further pages on demand (SPEC §5).</summary>
public sealed record HttpImplementation(JsonObject Node) : DeclarativeImplementation(Node)
{
    public override string Kind => "http";

    /// <summary>In capitals; <c>GET</c> unless there is a body.</summary>
    public required string Method { get; init; }

    /// <summary>Scheme and host are literal.</summary>
    public required HoleText Url { get; init; }

    /// <summary>Query parameters: JSON with holes.</summary>
    public JsonObject? Query { get; init; }

    /// <summary>Headers: values with holes.</summary>
    public JsonObject? Headers { get; init; }

    public HttpAuth? Auth { get; init; }

    /// <summary>JSON with holes; a string is sent as text.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>A form with holes; excludes <see cref="Body"/>.</summary>
    public JsonObject? Form { get; init; }

    /// <summary>The parts of a multipart body, with holes; excludes the other two.</summary>
    public JsonObject? Multipart { get; init; }

    /// <summary>The answer's shape; null: the output's.</summary>
    public SchemaPlan? Response { get; init; }

    /// <summary>Error codes by status, 400 to 599.</summary>
    public IReadOnlyDictionary<int, string> StatusErrors { get; init; } = new Dictionary<int, string>();

    /// <summary>Statuses of 400 and above whose answer is read all the same.</summary>
    public IReadOnlyList<int> Accept { get; init; } = [];

    /// <summary>Further attempts; null: 3 for GET, else 0.</summary>
    public int? Retry { get; init; }

    public HttpPaging? Paging { get; init; }
}

/// <summary>How a request is authorised: always by the name of a secret.</summary>
/// <param name="Node">The object in the spec.</param>
/// <param name="Scheme"><c>bearer header query basic hmac</c>.</param>
/// <param name="Secret">The secret's logical name.</param>
public sealed record HttpAuth(JsonObject Node, string Scheme, JsonString Secret)
{
    /// <summary>The header (header, hmac), query parameter (query) or user (basic): a value, which may have holes.</summary>
    public JsonString? Carrier { get; init; }

    /// <summary>hmac: <c>sha256 sha384 sha512</c>.</summary>
    public string? Algorithm { get; init; }

    /// <summary>hmac: what is signed.</summary>
    public HoleText? Over { get; init; }

    /// <summary>Sent only where the host has the secret.</summary>
    public bool Optional { get; init; }
}

/// <summary>How further pages are fetched.</summary>
/// <param name="Node">The object in the spec.</param>
/// <param name="By"><c>page offset cursor link</c>.</param>
/// <param name="Parameter">The query parameter; null for <c>link</c>.</param>
public sealed record HttpPaging(JsonObject Node, string By, JsonString? Parameter)
{
    /// <summary>page: the first page's number, default 1.</summary>
    public long Start { get; init; } = 1;

    /// <summary>cursor: C# for the next cursor.</summary>
    public SpecText? Next { get; init; }

    /// <summary>C#: the list in one page.</summary>
    public SpecText? Items { get; init; }

    /// <summary>Elements in a full page: a number or a hole.</summary>
    public JsonNode? Size { get; init; }

    /// <summary>At most so many pages: a number or a hole.</summary>
    public JsonNode? Max { get; init; }
}
