using System;

namespace ToolGen.Checks;

/// <summary>Headers that a tool may not send: those that frame the message, name another host or method, or speak for the host.</summary>
internal static class HttpHeaderNames
{
    private static readonly string[] Names =
    [
        "Connection", "Content-Encoding", "Content-Length", "Cookie", "Cookie2", "Expect", "Forwarded", "Host", "HTTP2-Settings", "Keep-Alive", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade", "Via", "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL",
    ];

    private static readonly string[] Starts = ["Proxy-", "X-Forwarded-", "Sec-"];

    /// <summary>Whether a header is the host's to set.</summary>
    public static bool IsOfHost(string name) =>
        Array.Exists(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) || Array.Exists(Starts, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
