using System;

namespace ToolGen.Registry;

/// <summary>A registry refuses: what was asked for can't be, and the sentence says what can.</summary>
public sealed class RegistryException(RegistryFault fault, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public RegistryFault Fault => fault;
}

/// <summary>Why a registry refuses.</summary>
public enum RegistryFault
{
    /// <summary>There is no such version.</summary>
    NotFound,

    /// <summary>The number is taken by another version of this name; numbers are never used again.</summary>
    NumberTaken,

    /// <summary>The number is a smaller step than the change owes.</summary>
    StepTooSmall,

    /// <summary>What was given does not fit together: hashes, names, evidence with errors.</summary>
    NotSound,

    /// <summary>In the state that the version has, this can't be done.</summary>
    State,

    /// <summary>No key that may approve signed this, or the policy asks for more.</summary>
    NotApproved,

    /// <summary>What stands in the file is not what was written.</summary>
    Damaged,

    /// <summary>The file is of a newer ToolGen.</summary>
    TooNew,

    /// <summary>The file can't be read or written now.</summary>
    Unavailable,
}
