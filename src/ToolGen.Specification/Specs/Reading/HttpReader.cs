using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The kind <c>http</c>.</summary>
internal static class HttpReader
{
    public static Implementation? Read(JsonObject node, FindingSink sink)
    {
        new Names("http", sink).Variables(node["let"]);
        var fail = ImplementationReader.Fail(node["fail"], sink);
        var response = ImplementationReader.Shape(node, "response", sink, takesWord: true);
        foreach (var key in new[] { "query", "headers", "body", "form", "multipart" }) HoleReader.Check(node[key], sink);
        RefuseSecrets(node["headers"] as JsonObject, sink);
        PartReader.Check(node["multipart"] as JsonObject, sink);
        if (Texts.Of(node["url"] as JsonString) is not { } url) return null;
        var address = HoleReader.Read(url, sink);
        CheckAddress(address, sink);
        var hasBody = node["body"] is not null || node["form"] is not null || node["multipart"] is not null;
        return new HttpImplementation(node)
        {
            Let = Texts.NamedOf(node["let"]),
            Fail = fail,
            Result = ResultReader.Object(node["result"]),
            Method = (node["method"] as JsonString)?.Value ?? (hasBody ? "POST" : "GET"),
            Url = address,
            Query = node["query"] as JsonObject,
            Headers = node["headers"] as JsonObject,
            Auth = Auth(node["auth"] as JsonObject, sink),
            Body = node["body"],
            Form = node["form"] as JsonObject,
            Multipart = node["multipart"] as JsonObject,
            Response = response,
            StatusErrors = StatusErrors(node["statusErrors"] as JsonObject),
            Accept = node["accept"] is JsonArray accept ? accept.Items.Select(item => (int)(IntegerShape.Value(item) ?? 0)).ToArray() : [],
            Retry = (int?)IntegerShape.Value(node["retry"]),
            Paging = Paging(node["paging"] as JsonObject, sink),
        };
    }

    // Scheme and host stand in the literal piece before the first hole.
    private static void CheckAddress(HoleText url, FindingSink sink)
    {
        var literal = url.Pieces.Count > 0 && url.Pieces[0].Reference is null ? url.Pieces[0].Literal : "";
        var fault = Fault(literal, url.Pieces.Count > 1 || (url.Pieces.Count == 1 && url.Pieces[0].Reference is not null), url.Text.Value);
        if (fault is not null) sink.Add(FindingCatalog.BadUrl, url.Text.Node.Span, fault);
    }

    private static string? Fault(string literal, bool hasHoles, string whole)
    {
        var start = literal.StartsWith("https://", StringComparison.Ordinal) ? 8 : literal.StartsWith("http://", StringComparison.Ordinal) ? 7 : -1;
        if (start < 0) return "doesn't begin with a literal https:// or http://";
        var end = literal.IndexOfAny(['/', '?', '#'], start);
        if (end < 0 && hasHoles) return "has a hole in its host";
        var authority = end < 0 ? literal.Substring(start) : literal.Substring(start, end - start);
        if (authority.IndexOf('@') >= 0) return "carries a user or password";
        var colon = authority.LastIndexOf(':');
        var hasPort = colon >= 0 && authority.IndexOf(']', colon) < 0;
        var host = hasPort ? authority.Substring(0, colon) : authority;
        if (hasPort && !(ushort.TryParse(authority.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)) return "has a port that is no number from 1 to 65535";
        var isAddress = host.Length > 2 && host[0] == '[' && host[host.Length - 1] == ']' && HostFormats.IsIpv6(host.AsSpan(1, host.Length - 2));
        if (!isAddress && !HostFormats.IsHostname(host.AsSpan())) return "has no valid host name";
        if (whole.IndexOf('#') >= 0) return "has a fragment, which is never sent";
        if (whole.IndexOfAny([' ', '\\', '\t', '\r', '\n']) >= 0) return "holds a blank or backslash";
        return Array.Exists(literal.Substring(start).Split('/', '?'), segment => segment == "..") ? "holds '..'" : null;
    }

    private static void RefuseSecrets(JsonObject? headers, FindingSink sink)
    {
        if (headers is null) return;
        foreach (var member in headers.Members)
        {
            if (member.Name.ToLowerInvariant() is "authorization" or "proxy-authorization" or "cookie" or "x-api-key" or "api-key")
                sink.Add(FindingCatalog.SecretInHeader, member.NameSpan, member.Name);
        }
    }

    private static HttpAuth? Auth(JsonObject? node, FindingSink sink)
    {
        if (node is null) return null;
        var optional = Texts.Flag(node["optional"]);
        HoleReader.Check(node["hmac"], sink);
        if (node["bearer"] is JsonString bearer) return new(node, "bearer", bearer) { Optional = optional };
        if (node["basic"] is JsonArray { Items: [JsonString user, JsonString password] })
        {
            if (!TextRules.LogicalName.Holds(password.Value)) sink.Add(FindingCatalog.BadText, password.Span, "basic", Shown.Text(password.Value), "the name of a secret (never its value)", "rates_key");
            return new(node, "basic", password) { Carrier = user, Optional = optional };
        }

        if (node["hmac"] is JsonObject hmac && hmac["secret"] is JsonString key && Texts.Of(hmac["over"] as JsonString) is { } over)
        {
            return new(node, "hmac", key)
            {
                Carrier = hmac["header"] as JsonString,
                Algorithm = (hmac["algorithm"] as JsonString)?.Value,
                Over = HoleReader.Read(over, new FindingSink(sink.Source)),
                Optional = optional,
            };
        }

        if (node["secret"] is not JsonString secret) return null;
        return node["header"] is JsonString header ? new(node, "header", secret) { Carrier = header, Optional = optional }
            : node["query"] is JsonString query ? new(node, "query", secret) { Carrier = query, Optional = optional }
            : null;
    }

    private static Dictionary<int, string> StatusErrors(JsonObject? node)
    {
        var errors = new Dictionary<int, string>();
        if (node is null) return errors;
        foreach (var member in node.Members)
            if (TextRules.ErrorStatus.Holds(member.Name) && member.Value is JsonString code) errors[int.Parse(member.Name, CultureInfo.InvariantCulture)] = code.Value;
        return errors;
    }

    private static HttpPaging? Paging(JsonObject? node, FindingSink sink)
    {
        if (node is null) return null;
        var by = new[] { "page", "offset", "cursor", "link" }.FirstOrDefault(word => node.Member(word) is not null);
        if (by is null) return null;
        HoleReader.Check(node["size"], sink);
        HoleReader.Check(node["max"], sink);
        if (by == "offset" && node["size"] is null) sink.Add(FindingCatalog.MissingKey, RecordShape.Head(node), "paging by offset", "size", "elements in a full page.");
        return new(node, by, by == "link" ? null : node[by] as JsonString)
        {
            Start = IntegerShape.Value(node["start"]) ?? 1,
            Next = Texts.Of(node["next"] as JsonString),
            Items = Texts.Of(node["items"] as JsonString),
            Size = node["size"],
            Max = node["max"],
        };
    }
}
