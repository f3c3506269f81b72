using System;

namespace ToolGen.Generator.Flows;

/// <summary>Whether the beginning of an address fixes its host.</summary>
internal static class UrlOrigin
{
    /// <summary>Scheme, host and the sign that ends the host.</summary>
    public static bool IsWhole(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        return start > 0 && text.IndexOfAny(['/', '?', '#'], start + 3) > start + 3 && text.IndexOf('\\') < 0;
    }
}
