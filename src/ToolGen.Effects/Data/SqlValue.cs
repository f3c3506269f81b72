using System;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace ToolGen.Effects.Data;

/// <summary>Values on their way into a database.</summary>
internal static class SqlValue
{
    /// <summary>One of few types: null, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="BigInteger"/>, <see cref="string"/>, <c>byte[]</c>, <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="DateTimeOffset"/>, <see cref="TimeSpan"/>, <see cref="Guid"/>.</summary>
    /// <exception cref="ToolException"><c>bad_data</c>: no other type is a value; <c>limit</c>: it is too large.</exception>
    public static object? Of(object? value)
    {
        switch (value)
        {
            case null or DBNull:
                return null;
            case string text:
                return Encoding.UTF8.GetMaxByteCount(text.Length) <= SessionRules.MaximumValue || Encoding.UTF8.GetByteCount(text) <= SessionRules.MaximumValue ? text : throw TooLarge();
            case byte[] bytes:
                return bytes.Length <= SessionRules.MaximumValue ? bytes : throw TooLarge();
            case ReadOnlyMemory<byte> bytes:
                return bytes.Length <= SessionRules.MaximumValue ? bytes.ToArray() : throw TooLarge();
            case bool or int or long or double or decimal or DateOnly or TimeOnly or DateTimeOffset or TimeSpan or Guid:
                return value;
            case BigInteger big:
                return big >= long.MinValue && big <= long.MaxValue ? (long)big : big;
            case short or ushort or byte or sbyte or uint:
                return Convert.ToInt64(value, CultureInfo.InvariantCulture);
            case float single:
                return (double)single;
            case DateTime instant:
                return new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
            case char letter:
                return letter.ToString();
            case JsonElement json:
                return OfJson(json);
            default:
                throw new ToolException(ToolErrorCodes.BadData, $"a value of the type {value.GetType().Name} can be no parameter of a statement");
        }
    }

    private static object? OfJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => Of(json.GetString()),
        JsonValueKind.Number when json.TryGetInt64(out var integer) => integer,
        JsonValueKind.Number => json.GetDouble(),
        _ => throw new ToolException(ToolErrorCodes.BadData, "JSON that is no text, number or boolean can be no parameter of a statement"),
    };

    private static ToolException TooLarge() => new(ToolErrorCodes.Limit, $"a value of a statement has more than {SessionRules.MaximumValue >> 20} MiB");
}
