using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;
using static ToolGen.Specification.Specs.Format.ExpressionShapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The kind <c>http</c>.</summary>
internal static class HttpShapes
{
    public static readonly Shape Method = new WordShape("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    public static readonly Shape Headers = new MapShape(
        new UnionShape(HoleString, new KindShape("a number or boolean", JsonKind.Number, JsonKind.Boolean)),
        new TextRule("a header's name", "Accept", "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$", IsToken));

    private static readonly Shape SecretName = new StringShape(TextRules.LogicalName with { Wanted = "the name of a secret (never its value)" });

    private static readonly Field Optional = new("optional", Flag, "Whether the request goes without it where the host has no such secret.");

    private static readonly Shape Auth = new UnionShape(
        new RecordShape("bearer auth", new Field("bearer", SecretName, "The secret's name: sent as Authorization: Bearer.", Required: true), Optional) { Marks = ["bearer"] },
        new RecordShape("header auth", new Field("header", HoleString, "The header's name.", Required: true), new Field("secret", SecretName, "The secret's name.", Required: true), Optional) { Marks = ["header"] },
        new RecordShape("query auth", new Field("query", HoleString, "The query parameter's name.", Required: true), new Field("secret", SecretName, "The secret's name.", Required: true), Optional) { Marks = ["query"] },
        new RecordShape("basic auth", new Field("basic", new ListShape(HoleString, 2, 2), "The user, then the name of the secret that is the password.", Required: true), Optional) { Marks = ["basic"] },
        new RecordShape(
            "hmac auth",
            new Field(
                "hmac",
                new RecordShape(
                    "hmac",
                    new Field("secret", SecretName, "The name of the secret that is the key.", Required: true),
                    new Field("algorithm", new WordShape("sha256", "sha384", "sha512"), "The hash.", Required: true),
                    new Field("over", HoleString, "What is signed, with holes.", Required: true),
                    new Field("header", HoleString, "The header that carries the signature.", Required: true)),
                "A signature that the broker makes; the key never enters tool code.",
                Required: true),
            Optional)
        { Marks = ["hmac"] });

    private static readonly Shape CountOrHole = new UnionShape(new IntegerShape(1, 1_000_000), HoleString);

    private static readonly Field[] PagingRest =
    [
        new("items", Code, "C#: the list in one page."),
        new("size", CountOrHole, "Elements in a full page; a shorter page is the last."),
        new("max", CountOrHole, "At most so many pages."),
    ];

    private static readonly Shape Paging = new UnionShape(
        Pages("page", new Field("page", HoleString, "The query parameter that carries the page's number.", Required: true), new Field("start", new IntegerShape(0, 1_000_000), "The first page's number; 1 unless given.")),
        Pages("offset", new Field("offset", HoleString, "The query parameter that carries the offset; needs size.", Required: true)),
        Pages("cursor", new Field("cursor", HoleString, "The query parameter that carries the cursor.", Required: true), new Field("next", Code, "C#: the next cursor, null at the end.", Required: true)),
        Pages("link", new Field("link", new WordShape("next"), "Follows the Link header (RFC 8288).", Required: true)));

    private static readonly Field FileName = new("fileName", HoleString, "The file's name, with holes; in bytes the part's unless given.");

    private static readonly Field PartType = new("contentType", HoleString, "The part's media type, with holes.");

    private static readonly Shape[] Part =
    [
        HoleString,
        new KindShape("a number, boolean or null", JsonKind.Number, JsonKind.Boolean, JsonKind.Null),
        new RecordShape("part of bytes", new Field("bytes", HoleString, "One hole alone: an input with contentEncoding base64, or a list of them (several parts).", Required: true), FileName, PartType) { Marks = ["bytes"] },
        new RecordShape("part of text", new Field("text", HoleString, "Text with holes, where a fileName or contentType is needed.", Required: true), FileName, PartType) { Marks = ["text"] },
        new RecordShape("part of json", new Field("json", Value, "JSON with holes; sent as application/json.", Required: true), PartType) { Marks = ["json"] },
    ];

    public static readonly RecordShape Http = new(
        "http",
        Kind("http"),
        new Field("method", Method, "GET unless there is a body."),
        new Field("url", HoleString, "https, a literal host; a hole in the path is one encoded segment.", Required: true),
        new Field("query", new MapShape(Value), "Query parameters with holes; an array repeats its name, null leaves it out."),
        new Field("headers", Headers, "Request headers with holes; secrets go through auth."),
        new Field("auth", Auth, "How the request is authorised: by the name of a secret."),
        new Field("body", Value, "The request's body with holes: an object or array is sent as JSON, a string as text."),
        new Field("form", new MapShape(Value), "A form body with holes."),
        new Field("multipart", new MapShape(new UnionShape([.. Part, new ListShape(new UnionShape(Part))]), TextRules.PartName), "The parts of a multipart/form-data body: text with holes, or {bytes}, {text}, {json}; an array repeats the name."),
        new Field("response", new KindShape("a short record such as {\"id\": \"integer\", \"note?\": \"string\"}", JsonKind.Object, JsonKind.Array, JsonKind.String), "The response's shape, short; other members are ignored."),
        new Field("responseSchema", new SchemaShape(), "The response's shape as JSON Schema."),
        new Field("statusErrors", new MapShape(new StringShape(TextRules.ErrorCode), TextRules.ErrorStatus), "Error codes for statuses, such as {\"422\": \"invalid_input\"}."),
        new Field("accept", new ListShape(new IntegerShape(400, 599)), "Statuses of 400 and above whose response is read all the same; status is then in scope."),
        new Field("retry", new IntegerShape(0, 10), "Further attempts on 408, 429 and 5xx; 3 for GET, else 0."),
        new Field("paging", Paging, "How further pages are fetched."),
        Let,
        Fail,
        Result)
    { Marks = ["kind"], MarkWord = "http", Aliases = Aliases.Implementation("http"), Excludes = ["body", "form", "multipart"] };

    private static RecordShape Pages(string word, params Field[] fields) => new("paging by " + word, [.. fields, .. PagingRest]) { Marks = [word] };

    private static bool IsToken(string text)
    {
        if (text.Length is 0 or > 100) return false;
        foreach (var c in text)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && "!#$%&'*+.^_`|~-".IndexOf(c) < 0) return false;
        return true;
    }
}
