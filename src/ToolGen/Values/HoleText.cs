using System;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace ToolGen.Values;

/// <summary>A value inside a longer string with holes: as in JSON, text without quotes, null as nothing (SPEC §1.1).</summary>
public static class HoleText
{
    public static string Of(string? value) => value ?? "";

    public static string Of(bool? value) => value switch { true => "true", false => "false", null => "" };

    public static string Of(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>The shortest digits that give the same number.</summary>
    public static string Of(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(BigInteger? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Of(TimeOnly? value) => value?.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + (value is null ? "" : "Z");

    /// <summary>In UTC.</summary>
    public static string Of(DateTimeOffset? value) => value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>ISO 8601.</summary>
    public static string Of(TimeSpan? value) => value is { } duration ? DurationText.Of(duration) : "";

    public static string Of(Guid? value) => value?.ToString("D") ?? "";

    /// <summary>Base64.</summary>
    public static string Of(ReadOnlyMemory<byte>? value) => value is { } bytes ? Convert.ToBase64String(bytes.Span) : "";

    public static string Of(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } json => json.GetRawText(),
    };
}
