namespace ToolGen.Specification.Schemas;

/// <summary>Where a schema stands: decides what becomes of members that it does not name.</summary>
public enum SchemaUse
{
    /// <summary>As JSON Schema says: open.</summary>
    Plain,

    /// <summary><c>inputSchema</c>: an object that lists <c>properties</c>, and the root, is closed unless it says otherwise.</summary>
    Input,

    /// <summary><c>outputSchema</c>: closed by the same rule.</summary>
    Output,

    /// <summary><c>recordSchema</c>, <c>responseSchema</c>: open, what is not named is ignored.</summary>
    Record,
}
