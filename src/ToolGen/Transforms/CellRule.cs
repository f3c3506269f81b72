using System;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace ToolGen.Transforms;

/// <summary>Holds the value of a cell to a rule of the record's schema: the same rules that check JSON, on the JSON that the value would be.</summary>
internal static class CellRule
{
    /// <summary>What the rule finds wrong, or null.</summary>
    public static string? Fault<T>(SchemaRule rule, ReadOnlySpan<char> text, T value)
    {
        var errors = ToolReader.Read(Encoding.UTF8.GetBytes(Json(text, value)), (ref ToolReader reader) => reader.Check(rule), ToolErrorCodes.BadData, out _);
        return errors.Count == 0 ? null : errors[0].Message;
    }

    private static string Json<T>(ReadOnlySpan<char> text, T value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double or decimal or int or long or BigInteger => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        string whole => ErrorList.Quote(whole),
        _ => ErrorList.Quote(text.Trim().ToString()),
    };
}
