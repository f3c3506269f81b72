using System;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Effects.Http;

/// <summary>Which headers a tool may send: none that frames the message, names another host or method, or speaks for the host.</summary>
internal static class HttpHeaderRules
{
    /// <exception cref="ToolException"><c>denied</c>, <c>limit</c>.</exception>
    public static void Require(ToolHttpRequest request)
    {
        if (request.Headers.Count > HttpCaps.Headers) throw new ToolException(ToolErrorCodes.Limit, $"a request has at most {HttpCaps.Headers} headers; this one has {request.Headers.Count}");
        var characters = 0;
        foreach (var (name, value) in request.Headers)
        {
            RequireName(name);
            RequireValue(name, value);
            characters += name.Length + value.Length;
        }

        if (request.ContentType is { } type) RequireValue("Content-Type", type);
        if (characters > HttpCaps.RequestHeaderCharacters) throw new ToolException(ToolErrorCodes.Limit, $"the headers of a request have at most {HttpCaps.RequestHeaderCharacters} characters");
    }

    /// <exception cref="ToolException"><c>denied</c>.</exception>
    public static void RequireName(string name)
    {
        if (name.Length == 0 || name.AsSpan().IndexOfAnyExcept(Token) >= 0) throw Refused(name, "a header's name has letters, digits and -");
        if (HttpHeaderNames.IsOfHost(name)) throw Refused(name, "it is the host's to set, or changes what the request is");
    }

    /// <exception cref="ToolException"><c>denied</c>.</exception>
    public static void RequireValue(string name, string value)
    {
        if (value.AsSpan().IndexOfAny(Control) >= 0) throw Refused(name, "a line break or another control character stands in its value");
    }

    // All of C0 but the tab, DEL, and C1.
    private static readonly System.Buffers.SearchValues<char> Control =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(c => char.IsControl(c) && c != '\t')]);

    // RFC 9110 §5.6.2.
    private static readonly System.Buffers.SearchValues<char> Token =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~");

    private static ToolException Refused(string name, string why) => new(ToolErrorCodes.Denied, $"the header \"{CallScope.Shown(name)}\" is not sent: {why}");
}
