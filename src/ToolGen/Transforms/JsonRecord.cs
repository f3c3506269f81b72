using System;

namespace ToolGen.Transforms;

/// <summary>One record of JSON, through the same generated readers that check a tool's arguments.</summary>
internal static class JsonRecord
{
    /// <summary>Reads a record; its first error becomes the fault of <paramref name="bad"/>.</summary>
    public static T Read<T>(ReadOnlySpan<byte> utf8, BadRecord bad, ToolRead<T> read)
    {
        var errors = ToolReader.Read(utf8, read, ToolErrorCodes.BadData, out var value);
        if (errors.Count == 0) return value;
        var first = errors[0];
        var place = string.IsNullOrEmpty(first.Pointer) ? "" : $"{first.Pointer}: ";
        bad.Note($"{place}{first.Message}{(first.Given is null ? "" : $", given {first.Given}")}");
        return value;
    }
}
