using System;

namespace ToolGen.Effects.Http;

/// <summary>What no request and no answer goes beyond.</summary>
internal static class HttpCaps
{
    /// <summary>Bytes of an answer's body, decoded.</summary>
    public const int AnswerBytes = 8 << 20;

    /// <summary>Bytes of a request's body.</summary>
    public const int RequestBytes = 8 << 20;

    /// <summary>KiB of an answer's headers.</summary>
    public const int AnswerHeaderKilobytes = 64;

    /// <summary>Headers of a request, and of an answer.</summary>
    public const int Headers = 200;

    /// <summary>Characters of all headers of a request.</summary>
    public const int RequestHeaderCharacters = 32 << 10;

    /// <summary>Characters of a URL.</summary>
    public const int UrlCharacters = 8 << 10;

    /// <summary>Redirects that one request follows.</summary>
    public const int Redirects = 5;

    /// <summary>Further attempts.</summary>
    public const int Retries = 10;

    /// <summary>Addresses of one name that are looked at and tried.</summary>
    public const int Addresses = 16;

    /// <summary>One connection to one address.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait between two attempts; an answer that asks for more is not asked again.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);
}
