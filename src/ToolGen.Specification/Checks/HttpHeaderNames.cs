using System;

namespace ToolGen.Checks;

/// <summary>Headers that a tool may not send: those that frame the message, name another host or method, or speak for the host.</summary>
internal static class HttpHeaderNames
{
    private static readonly string[] Names =
    [
        "CF-Connecting-IP", "CF-Connecting-IPv6", "Client-IP", "Connection", "Content-Encoding", "Content-Length", "Cookie", "Cookie2", "Expect", "Fastly-Client-IP", "Forwarded",
        "Host", "HTTP2-Settings", "Keep-Alive", "Remote-User", "TE", "Trailer", "Transfer-Encoding", "True-Client-IP", "Upgrade", "Via", "X-Client-IP", "X-Cluster-Client-IP",
        "X-Host", "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override", "X-Real-IP", "X-Remote-User",
    ];

    private static readonly string[] Starts = ["Proxy-", "X-Forwarded-", "X-Original-", "X-Rewrite-", "Sec-"];

    /// <summary>Whether a header is the host's to set.</summary>
    public static bool IsOfHost(string name)
    {
        // CGI, WSGI and what came after them read X_Forwarded_For as X-Forwarded-For.
        name = name.Replace('_', '-');
        return Array.Exists(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) || Array.Exists(Starts, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }
}
