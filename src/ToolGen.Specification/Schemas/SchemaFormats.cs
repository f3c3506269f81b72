using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Specification.Schemas;

/// <summary>Decides whether a text has a format.</summary>
internal delegate bool TextCheck(ReadOnlySpan<char> text);

/// <summary>A format that is asserted (SPEC §2).</summary>
/// <param name="Name">The word of <c>format</c>.</param>
/// <param name="Types">The types it says something about.</param>
/// <param name="Words">What is allowed, for a message: "must be {Words}".</param>
/// <param name="Check">The leaf rule, as generated code calls it: a method of <c>ToolGen.Checks</c>.</param>
/// <param name="IsValid">The same rule here; for numbers over their text.</param>
internal sealed record SchemaFormat(string Name, SchemaTypes Types, string Words, string Check, TextCheck IsValid);

/// <summary>The asserted formats: the one list.</summary>
internal static class SchemaFormats
{
    private static readonly Dictionary<string, SchemaFormat> ByName = new SchemaFormat[]
    {
        new("date", SchemaTypes.String, "a date such as \"2026-02-28\" (RFC 3339)", "DateTimeFormats.IsDate", DateTimeFormats.IsDate),
        new("time", SchemaTypes.String, "a time with offset such as \"09:30:00Z\" (RFC 3339)", "DateTimeFormats.IsTime", DateTimeFormats.IsTime),
        new("date-time", SchemaTypes.String, "a date and time with offset such as \"2026-02-28T09:30:00Z\" (RFC 3339)", "DateTimeFormats.IsDateTime", DateTimeFormats.IsDateTime),
        new("duration", SchemaTypes.String, "a duration such as \"P1DT2H30M\" (RFC 3339, appendix A)", "DateTimeFormats.IsDuration", DateTimeFormats.IsDuration),
        new("uuid", SchemaTypes.String, "a UUID such as \"123e4567-e89b-12d3-a456-426614174000\" (RFC 9562)", "TextFormats.IsUuid", TextFormats.IsUuid),
        new("uri", SchemaTypes.String, "an absolute URI such as \"https://example.com/a\" (RFC 3986)", "UriFormats.IsUri", UriFormats.IsUri),
        new("uri-reference", SchemaTypes.String, "a URI, or one relative to a base such as \"../a?b=1\" (RFC 3986)", "UriFormats.IsUriReference", UriFormats.IsUriReference),
        new("email", SchemaTypes.String, "one e-mail address such as \"ann@example.com\" (RFC 5321)", "EmailFormat.IsEmail", EmailFormat.IsEmail),
        new("hostname", SchemaTypes.String, "a host name such as \"www.example.com\" (RFC 1123)", "HostFormats.IsHostname", HostFormats.IsHostname),
        new("ipv4", SchemaTypes.String, "an IPv4 address such as \"192.0.2.1\" (RFC 2673)", "HostFormats.IsIpv4", HostFormats.IsIpv4),
        new("ipv6", SchemaTypes.String, "an IPv6 address such as \"2001:db8::1\" (RFC 4291)", "HostFormats.IsIpv6", HostFormats.IsIpv6),
        new("regex", SchemaTypes.String, "a regular expression of ECMA-262 with u, without look-around and back-references", "PatternFormat.IsRegex", PatternFormat.IsRegex),
        new("json-pointer", SchemaTypes.String, "a JSON Pointer such as \"/items/0\" (RFC 6901)", "TextFormats.IsJsonPointer", TextFormats.IsJsonPointer),
        new("glob", SchemaTypes.String, "a relative path with * ? ** such as \"reports/**/*.csv\", never above its folder", "TextFormats.IsGlob", TextFormats.IsGlob),
        new("decimal", SchemaTypes.Number | SchemaTypes.String, "a number of at most 28 decimal places and 96 bits", "NumberFormats.IsDecimal", text => NumberFormats.IsNumber(text) && NumberFormats.IsDecimal(text)),
        new("big", SchemaTypes.Number | SchemaTypes.String, "an integer of at most 10000 digits", "NumberFormats.IsBig", text => NumberFormats.IsNumber(text) && NumberFormats.IsBig(text)),
    }.ToDictionary(format => format.Name);

    /// <summary>Their names, for corrections.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Null for a format that only annotates.</summary>
    public static SchemaFormat? Find(string name) => ByName.TryGetValue(name, out var format) ? format : null;
}
