using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Types;

/// <summary>What a plan is for: it decides whether its types are read or written, and what becomes of members it does not name.</summary>
public enum TypeRole
{
    /// <summary>Arguments: read; closed unless the schema says otherwise.</summary>
    Input,

    /// <summary>A result: written, closed.</summary>
    Output,

    /// <summary>Foreign data (<c>record</c>, <c>response</c>): read; members it does not name are passed over.</summary>
    Record,
}

/// <summary>A plan that becomes C# types.</summary>
/// <param name="Name">Of the root's type, such as <c>Input</c> or <c>Row</c>.</param>
/// <param name="Plan">The schema.</param>
/// <param name="Role">What it is for.</param>
/// <param name="IsWrittenBack">Whether what was read is written again, such as an input inside the body of a request.</param>
public sealed record TypeRoot(string Name, SchemaPlan Plan, TypeRole Role, bool IsWrittenBack = false)
{
    /// <summary>Whether the schema is another tool's: what is odd about it is told there.</summary>
    public bool IsForeign { get; init; }
}
