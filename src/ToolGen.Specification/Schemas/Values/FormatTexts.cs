using System.Collections.Generic;

namespace ToolGen.Specification.Schemas.Values;

/// <summary>Texts of the asserted formats: the least first, the most last.</summary>
internal static class FormatTexts
{
    private static readonly Dictionary<string, string[]> ByFormat = new()
    {
        ["date"] = ["0001-01-01", "1900-02-28", "2024-02-29", "2026-12-31", "9999-12-31"],
        ["time"] = ["00:00:00Z", "12:30:00+02:00", "23:59:59.999Z"],
        ["date-time"] = ["0001-01-01T00:00:00Z", "2024-02-29T12:00:00+02:00", "2026-06-30T23:59:59.999Z", "9999-12-31T23:59:59Z"],
        ["duration"] = ["PT0S", "PT1H30M", "P1D", "P1Y2M3DT4H5M6S"],
        ["uuid"] = ["00000000-0000-0000-0000-000000000000", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
        ["uri"] = ["a:", "https://example.com/", "https://example.com:8443/a/b?c=d&e=%20#f"],
        ["uri-reference"] = ["", "a/b?c", "https://example.com/a"],
        ["email"] = ["a@b.cd", "first.last+tag@example.com"],
        ["hostname"] = ["a", "example.com", "xn--bcher-kva.example"],
        ["ipv4"] = ["0.0.0.0", "127.0.0.1", "255.255.255.255"],
        ["ipv6"] = ["::", "::1", "2001:db8::8a2e:370:7334"],
        ["regex"] = ["", "a", "^[a-z]+(b|c)?$"],
        ["json-pointer"] = ["", "/a/0", "/a~1b/~0c"],
        ["glob"] = ["a", "*.csv", "**/a?/*.txt"],
        ["decimal"] = ["0", "-0.01", "79228162514264337593543950335"],
        ["big"] = ["0", "-1", "123456789012345678901234567890"],
    };

    /// <summary>Empty for a format that is not asserted.</summary>
    public static IReadOnlyList<string> Of(string format) => ByFormat.TryGetValue(format, out var texts) ? texts : [];
}
