using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

/// <summary>A line of <c>ssrf.tsv</c>.</summary>
internal sealed record SsrfCase(bool Allowed, string Group, string Url, IPAddress[] Addresses)
{
    public static IReadOnlyList<SsrfCase> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "ToolGen.Effects.Tests", "Http", "ssrf.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Select(cells => new SsrfCase(
            cells[0] == "allow",
            cells[1],
            Regex.Replace(cells[2], @"\\(?:u([0-9a-f]{4})|\\)", match => match.Groups[1].Success ? ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString(CultureInfo.InvariantCulture) : "\\"),
            cells.Length < 4 ? [] : [.. cells[3].Split(',').Select(IPAddress.Parse)])),
    ];
}
