using System;
using System.Linq;

namespace ToolGen.Analyzers.Taint;

/// <summary>In which order texts were added to a list, as far as it is the same in every run: each ends with <c>\0</c>, a part that is not known is <c>\u0001</c>, and <c>\u0002</c> where somebody else may write it.</summary>
internal static class WordOrder
{
    public const string Field = "<order>";
    public const string Unknown = "\u0001";
    public const string Foreign = "\u0002";
    private const int Longest = 2000;

    public static Value Add(Value before, Value word)
    {
        var known = Text(before);
        return known.Length > Longest ? before : Value.Known(known + (word.Constant?.ToString() ?? word.Starts + (word.IsClean ? Unknown : Foreign)) + "\0");
    }

    /// <summary>The words; what differs from run to run is one unknown word.</summary>
    public static string[] Words(Value order)
    {
        var parts = Text(order).Split('\0');
        return [.. parts.Take(parts.Length - 1)];
    }

    private static string Text(Value order)
    {
        if (order.Constant is string all) return all;
        var same = order.Starts ?? "";
        return same.Length == 0 ? "" : same.Substring(0, same.LastIndexOf('\0') + 1) + Unknown + "\0";
    }
}
