namespace ToolGen.Sandbox.Protocol;

/// <summary>The members of <see cref="System.Random"/>: a seed gives other numbers to each.</summary>
internal enum DrawKind : byte
{
    Int = 1,
    IntBelow,
    IntBetween,
    Long,
    LongBelow,
    LongBetween,
    Double,
    Single,
    Bytes,
}
