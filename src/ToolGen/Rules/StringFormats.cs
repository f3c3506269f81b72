using ToolGen.Checks;

namespace ToolGen;

/// <summary>The asserted formats of strings by their words (SPEC §2).</summary>
internal static class StringFormats
{
    /// <summary>Whether a text has a format; one that is not asserted of strings holds.</summary>
    public static bool Holds(string format, string text) => format switch
    {
        "date" => DateTimeFormats.IsDate(text),
        "time" => DateTimeFormats.IsTime(text),
        "date-time" => DateTimeFormats.IsDateTime(text),
        "duration" => DateTimeFormats.IsDuration(text),
        "uuid" => TextFormats.IsUuid(text),
        "uri" => UriFormats.IsUri(text),
        "uri-reference" => UriFormats.IsUriReference(text),
        "email" => EmailFormat.IsEmail(text),
        "hostname" => HostFormats.IsHostname(text),
        "ipv4" => HostFormats.IsIpv4(text),
        "ipv6" => HostFormats.IsIpv6(text),
        "json-pointer" => TextFormats.IsJsonPointer(text),
        "glob" => TextFormats.IsGlob(text),
        "regex" => PatternFormat.IsRegex(text),
        _ => true,
    };
}
