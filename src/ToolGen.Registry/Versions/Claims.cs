namespace ToolGen.Registry.Versions;

/// <summary>A name's number as nobody else may have it: names ignore case, and labels of a build make no other number.</summary>
internal static class Claims
{
    public static string Of(string name, string version)
    {
        var plus = version.IndexOf('+', System.StringComparison.Ordinal);
        return name.ToLowerInvariant() + " " + (plus < 0 ? version : version[..plus]);
    }
}
