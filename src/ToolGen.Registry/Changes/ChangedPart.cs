namespace ToolGen.Registry.Changes;

/// <summary>What of a tool changed.</summary>
public enum ChangedPart
{
    /// <summary>What it takes.</summary>
    Input,

    /// <summary>What it answers.</summary>
    Output,

    /// <summary>Its own error codes.</summary>
    Errors,

    /// <summary>What it may do.</summary>
    Capabilities,

    /// <summary>Which template it fills.</summary>
    Kind,

    /// <summary>Texts, hints and limits.</summary>
    Metadata,

    /// <summary>How it does it: implementation, packages, the tools it calls.</summary>
    Code,

    /// <summary>What its samples say of it.</summary>
    Samples,
}
