using System;

namespace ToolGen.Registry.Audit;

/// <summary>
/// A shape of arguments as a number: FNV-1a, 64 bits, over its text in UTF-8. Counts go by it, and nothing else does: who makes two shapes of one number makes a tool look less general. It is part of the file's form, and never changes.
/// </summary>
internal static class ShapeHash
{
    public static long Of(ReadOnlySpan<byte> text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var one in text) hash = unchecked((hash ^ one) * 1_099_511_628_211UL);
        return unchecked((long)hash);
    }
}
