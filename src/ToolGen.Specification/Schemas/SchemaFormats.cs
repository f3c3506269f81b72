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
/// <param name="Check">The leaf rule, as generated code calls it: a method of <c>ToolGen.Checks</c>.</param>
/// <param name="IsValid">The same rule here; for numbers over their text.</param>
internal sealed record SchemaFormat(string Name, SchemaTypes Types, string Check, TextCheck IsValid);

/// <summary>The asserted formats: the one list.</summary>
internal static class SchemaFormats
{
    private static readonly Dictionary<string, SchemaFormat> ByName = new SchemaFormat[]
    {
        new("date", SchemaTypes.String, "DateTimeFormats.IsDate", DateTimeFormats.IsDate),
        new("time", SchemaTypes.String, "DateTimeFormats.IsTime", DateTimeFormats.IsTime),
        new("date-time", SchemaTypes.String, "DateTimeFormats.IsDateTime", DateTimeFormats.IsDateTime),
        new("duration", SchemaTypes.String, "DateTimeFormats.IsDuration", DateTimeFormats.IsDuration),
        new("uuid", SchemaTypes.String, "TextFormats.IsUuid", TextFormats.IsUuid),
        new("uri", SchemaTypes.String, "UriFormats.IsUri", UriFormats.IsUri),
        new("uri-reference", SchemaTypes.String, "UriFormats.IsUriReference", UriFormats.IsUriReference),
        new("email", SchemaTypes.String, "EmailFormat.IsEmail", EmailFormat.IsEmail),
        new("hostname", SchemaTypes.String, "HostFormats.IsHostname", HostFormats.IsHostname),
        new("ipv4", SchemaTypes.String, "HostFormats.IsIpv4", HostFormats.IsIpv4),
        new("ipv6", SchemaTypes.String, "HostFormats.IsIpv6", HostFormats.IsIpv6),
        new("regex", SchemaTypes.String, "PatternFormat.IsRegex", PatternFormat.IsRegex),
        new("json-pointer", SchemaTypes.String, "TextFormats.IsJsonPointer", TextFormats.IsJsonPointer),
        new("glob", SchemaTypes.String, "TextFormats.IsGlob", TextFormats.IsGlob),
        new("decimal", SchemaTypes.Number | SchemaTypes.String, "NumberFormats.IsDecimal", text => NumberFormats.IsNumber(text) && NumberFormats.IsDecimal(text)),
        new("big", SchemaTypes.Number | SchemaTypes.String, "NumberFormats.IsBig", text => NumberFormats.IsNumber(text) && NumberFormats.IsBig(text)),
    }.ToDictionary(format => format.Name);

    /// <summary>Their names, for corrections.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Null for a format that only annotates.</summary>
    public static SchemaFormat? Find(string name) => ByName.TryGetValue(name, out var format) ? format : null;
}
