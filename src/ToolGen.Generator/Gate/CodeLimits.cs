namespace ToolGen.Generator.Gate;

/// <summary>
/// What bounds the C# of a spec. Roslyn's parser and the walks over its trees recurse: without these a text of brackets ends the
/// compiler with a stack overflow, or keeps it busy for minutes.
/// </summary>
public static class CodeLimits
{
    /// <summary>UTF-16 units of one expression.</summary>
    public const int ExpressionLength = 16 * 1024;

    /// <summary>UTF-16 units of one body.</summary>
    public const int BodyLength = 64 * 1024;

    /// <summary>Brackets, angle brackets and interpolation holes that stand open at one place.</summary>
    public const int Nesting = 48;

    /// <summary>Dots, operators and colons between two commas or semicolons of one bracket: <c>a?.b?.c</c> makes the parser recurse too.</summary>
    public const int Operators = 500;

    /// <summary>Levels of the syntax tree: <c>a.b.c</c> and <c>1+1+1</c> are one level a link.</summary>
    public const int TreeDepth = 200;
}
