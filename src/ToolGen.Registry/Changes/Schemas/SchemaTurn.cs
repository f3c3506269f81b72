namespace ToolGen.Registry.Changes.Schemas;

/// <summary>How a schema changed at one place.</summary>
internal enum SchemaTurn
{
    /// <summary>Texts alone: the same values fit.</summary>
    Words,

    /// <summary>All values that fitted fit, and more.</summary>
    Wider,

    /// <summary>Some values that fitted may not.</summary>
    Narrower,

    /// <summary>A closed object knows one more member.</summary>
    Added,

    /// <summary>A member is no longer known.</summary>
    Removed,

    /// <summary>A member that is left out has a value now.</summary>
    DefaultAdded,

    /// <summary>A member that is left out has another value, or none any more.</summary>
    DefaultChanged,

    /// <summary>Neither is known.</summary>
    Other,
}

/// <summary>One place where two schemas differ.</summary>
/// <param name="Turn">How.</param>
/// <param name="Pointer">JSON Pointer into the newer schema, into the older one where the newer has no such place.</param>
/// <param name="Sentence">What was, what is.</param>
internal sealed record SchemaDifference(SchemaTurn Turn, string Pointer, string Sentence);
