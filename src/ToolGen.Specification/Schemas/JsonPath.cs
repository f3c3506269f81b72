using System;
using System.Text;
using ToolGen.Checks;

namespace ToolGen.Specification.Schemas;

/// <summary>Builds JSON Pointers (RFC 6901).</summary>
internal static class JsonPath
{
    /// <summary>One step deeper.</summary>
    public static string Append(string pointer, string name) => pointer + "/" + Escape(name);

    public static string Escape(string name) =>
        name.IndexOfAny(['~', '/']) < 0 ? name : name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The pointer of a URI fragment (RFC 6901 §6): percent escapes undone. Null where it is no pointer.</summary>
    public static string? FromFragment(string fragment)
    {
        var pointer = fragment;
        if (fragment.IndexOf('%') >= 0)
        {
            if (!UriFormats.IsUriReference(("#" + fragment).AsSpan())) return null;
            pointer = Uri.UnescapeDataString(fragment);
        }

        return TextFormats.IsJsonPointer(pointer.AsSpan()) ? pointer : null;
    }
}
