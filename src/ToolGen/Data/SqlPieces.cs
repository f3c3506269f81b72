namespace ToolGen.Data;

/// <summary>What generated code asks of values that only the compiler knows the type of.</summary>
public static class SqlPieces
{
    /// <summary>Whether a piece under <c>if</c> stands: not null, and true where it is a boolean.</summary>
    public static bool Holds(object? value) => value is not (null or false);

    /// <summary>The error of a value that names no piece of <c>choose</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="choices">The names of the pieces.</param>
    /// <param name="pointer">The argument; null: it is none.</param>
    public static ToolException NoChoice(string value, string choices, string? pointer) =>
        new(ToolErrorCodes.InvalidInput, $"\"{(value.Length <= 100 ? value : value[..100] + "…")}\" is none of {choices}") { Pointer = pointer };
}
