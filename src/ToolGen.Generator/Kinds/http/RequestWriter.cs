using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Checks;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>What is sent: address, query, headers, body, authorisation.</summary>
internal sealed class RequestWriter(DeclarativeCode code, HttpImplementation implementation, HoleResolver holes, HttpValues values)
{
    private const string Headers = "global::ToolGen.Http.HttpHeaders";
    private const string Body = "global::ToolGen.Http.HttpBody";
    private const string ContentType = "content-type";

    private bool isRaw;

    /// <summary>Scheme, host and path, for the capability.</summary>
    public AddressModel Address { get; private set; } = null!;

    /// <summary>The request; the caller adds what becomes of the answer.</summary>
    public RequestModel Write(string statuses, string response, string reader, string paging)
    {
        this.Address = new AddressWriter(code, values).Write(implementation.Url);
        this.CheckSecrets();
        var body = this.BodyOf();
        var headers = this.HeadersOf(ref body);
        return new()
        {
            Method = CSharpText.Literal(implementation.Method),
            Address = this.Address.Expression + this.Query(),
            Headers = headers,
            Body = body,
            Auth = implementation.Auth is { } auth ? this.Auth(auth, hasBody: body.Length > 0) : "",
            Retries = implementation.Retry ?? (implementation.Method == "GET" ? 3 : 0),
            Statuses = statuses,
            Response = response,
            Reader = reader,
            Paging = paging,
        };
    }

    private string Query() => this.Pairs(implementation.Query, "Query", "a query parameter");

    private string Pairs(JsonObject? pairs, string method, string place)
    {
        var calls = new StringBuilder();
        foreach (var member in pairs?.Members ?? [])
        {
            // An array in the spec repeats the name, as one in a hole does.
            foreach (var node in member.Value is JsonArray list ? list.Items : [member.Value])
                if (values.Argument(node, place, takesList: true) is { } argument) calls.Append($".{method}({CSharpText.Literal(member.Name)}, {argument})");
        }

        return calls.ToString();
    }

    private List<string> HeadersOf(ref string body)
    {
        var calls = new List<string>();
        foreach (var member in implementation.Headers?.Members ?? [])
        {
            if (HttpHeaderNames.IsOfHost(member.Name)) code.Findings.Add(FindingCatalog.HeaderForbidden, member.NameSpan, member.Name);
            if (member.Value is JsonString text && JsonHoleWriter.Holes(text).Pieces.Any(piece => piece.Reference is null && piece.Literal.Any(c => c is < ' ' or > '~')))
                code.Findings.Add(FindingCatalog.HeaderText, member.Value.Span, member.Name);
            if (string.Equals(member.Name, ContentType, StringComparison.OrdinalIgnoreCase))
            {
                if (implementation.Multipart is not null) code.Findings.Add(FindingCatalog.ContentTypeOfParts, member.NameSpan);
                if (body.Length == 0) code.Findings.Add(FindingCatalog.ContentTypeWithoutBody, member.NameSpan);
                body += $".As({(member.Value is JsonString type ? values.Text(JsonHoleWriter.Holes(type), "a header", Headers + ".Part") : "\"\"")})";
            }
            else if (values.Argument(member.Value, "a header", takesList: false) is { } argument)
            {
                calls.Add($".Add({CSharpText.Literal(member.Name)}, {argument})");
            }
        }

        return calls;
    }

    private string BodyOf()
    {
        var written = implementation.Node.Member("body") ?? implementation.Node.Member("form") ?? implementation.Node.Member("multipart");
        if (written is not null && implementation.Method is "GET" or "HEAD" && implementation.Body is not JsonNull) code.Findings.Add(FindingCatalog.BodyWithoutPlace, written!.NameSpan, implementation.Method);
        if (implementation.Form is { } form) return $"new global::ToolGen.Http.HttpForm(){this.Pairs(form, "Add", "a form field")}.Body()";
        if (implementation.Multipart is { } multipart) return new PartsWriter(code, holes, values).Write(multipart);
        switch (implementation.Body)
        {
            case null or JsonNull:
                return "";
            case JsonString text when JsonHoleWriter.Holes(text) is var whole:
                return whole.Pieces is [{ Reference: not null } alone] ? this.Alone(text, whole, alone) : $"{Body}.Text({values.Text(whole, "a text")})";
            default:
                return this.Json(implementation.Body);
        }
    }

    private string Json(JsonNode node) => $"{Body}.Json({new JsonHoleWriter(code, holes).Body(node, values.References)})";

    private string Alone(JsonString node, HoleText text, HolePiece piece)
    {
        if (holes.Resolve(text, piece, values.References) is not { } value) return "";
        if (value.Use is null) return $"{Body}.Of({value.Expression})";
        if (value.Use.Type == LeafType.Bytes)
        {
            this.isRaw = true;
            return $"{Body}.Raw({value.Expression})";
        }

        if (value.Use.Type == LeafType.String) return $"{Body}.Text({value.Expression})";
        return value.Use.IsNullable ? $"({value.Expression} is null ? default : {this.Json(node)})" : this.Json(node);
    }

    private string Auth(HttpAuth auth, bool hasBody)
    {
        var members = new List<string>();
        if (auth.Carrier is { } carrier) members.Add("Carrier = " + this.Carrier(auth.Scheme, carrier));
        if (auth.Algorithm is { } algorithm) members.Add($"Algorithm = {CSharpText.Literal(algorithm)}");
        if (auth.Over is { } over) members.Add($"Over = {this.Over(over, hasBody)}");
        if (auth.Optional) members.Add("Optional = true");
        var start = $"new global::ToolGen.ToolHttpAuth({CSharpText.Literal(auth.Scheme)}, {CSharpText.Literal(auth.Secret.Value)})";
        return members.Count == 0 ? start : $"{start} {{ {string.Join(", ", members)} }}";
    }

    // A text that is not what is sent would be signed in its place.
    private string Over(HoleText over, bool hasBody)
    {
        foreach (var piece in over.Pieces.Where(piece => (implementation.Multipart is not null || this.isRaw) && values.IsBody(piece)))
            code.Findings.Add(FindingCatalog.SignedBytes, HttpValues.SpanOf(over, piece));
        return values.Text(over, "a text", body: hasBody ? "__body.ToText()" : "\"\"");
    }

    private string Carrier(string scheme, JsonString carrier)
    {
        var text = JsonHoleWriter.Holes(carrier);
        if (scheme is "header" or "hmac" && HttpHeaderNames.IsOfHost(carrier.Value)) code.Findings.Add(FindingCatalog.HeaderForbidden, carrier.Span, carrier.Value);
        var pointer = text.Pieces.FirstOrDefault(piece => piece.Reference is not null) is { } hole ? values.PointerOf(hole) : "null";
        return $"{Headers}.{(scheme == "basic" ? "User" : "Name")}({values.Text(text, "a name")}, {pointer})";
    }

    private void CheckSecrets()
    {
        foreach (var part in new[] { implementation.Query, implementation.Headers, implementation.Form, implementation.Multipart, implementation.Body as JsonObject })
        {
            foreach (var member in part?.Members ?? [])
            {
                if ((member.Value is JsonObject { } inner && part == implementation.Multipart ? inner["text"] : member.Value) is JsonString text && JsonHoleWriter.Holes(text).Pieces.All(piece => piece.Reference is null) && SecretText.Suspects(member.Name, text.Value))
                    code.Findings.Add(FindingCatalog.SecretLiteral, text.Span, member.Name);
            }
        }

        var url = implementation.Url.Text.Value;
        foreach (var pair in url.Substring(url.IndexOf('?') + 1).Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0 && pair.IndexOf('{') < 0 && SecretText.Suspects(pair.Substring(0, equals), pair.Substring(equals + 1)))
                code.Findings.Add(FindingCatalog.SecretLiteral, implementation.Url.Text.Node.Span, pair.Substring(0, equals));
        }
    }
}
