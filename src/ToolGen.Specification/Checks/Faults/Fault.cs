using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>One way in which a value breaks its schema, in words: generated code and the interpreter say the same.</summary>
/// <param name="Keyword">The keyword that is broken; <c>schema</c> where nothing is allowed, <c>limit</c> where checking was cut off.</param>
/// <param name="Message">A sentence without subject: "must be at least 1".</param>
/// <param name="Allowed">What is allowed there; null where the message has said it.</param>
sealed record Fault(string Keyword, string Message, string? Allowed = null)
{
    /// <summary>The texts that may stand there: of an enum, or names of properties. A near miss is sought among them.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The only value that is allowed, as JSON; null where there are several.</summary>
    public string? Only { get; init; }

    /// <summary>The format that is asserted; null where there is none.</summary>
    public string? Format { get; init; }
}
