using System;

namespace ToolGen.Checks;

/// <summary>Why a pattern is refused; one finding each.</summary>
#if NET
public
#else
internal
#endif
    enum PatternErrorKind
{
    /// <summary>Not a regular expression of ECMA-262 with the <c>u</c> flag.</summary>
    Syntax,

    /// <summary><c>(?=…) (?!…) (?&lt;=…) (?&lt;!…)</c>: not to be had in linear time together with captures.</summary>
    LookAround,

    /// <summary><c>\1</c>, <c>\k&lt;name&gt;</c>: no linear-time algorithm is known.</summary>
    BackReference,

    /// <summary><c>(?i:…)</c> and the like: flags are fixed.</summary>
    Modifier,

    /// <summary>A <c>\p{…}</c> other than a general category, <c>Any</c>, <c>ASCII</c> or <c>Assigned</c>.</summary>
    UnicodeProperty,

    /// <summary>More states, groups, nesting or text than the caps of <see cref="EcmaPattern"/>.</summary>
    TooLarge,
}

/// <summary>What is wrong with a pattern.</summary>
/// <param name="Kind">Which rule it breaks.</param>
/// <param name="Message">What is wrong, a sentence without the final stop.</param>
/// <param name="Remedy">What to write instead, a sentence without the final stop.</param>
/// <param name="Index">Where, in UTF-16 units from 0; at most the pattern's length.</param>
sealed partial record PatternError(PatternErrorKind Kind, string Message, string Remedy, int Index);

/// <summary>Thrown by <see cref="EcmaPattern.Parse"/>.</summary>
sealed partial class PatternException : FormatException
{
    public PatternException(PatternError error)
        : base($"{error.Message} (at {error.Index}); {error.Remedy}") => Error = error;

    public PatternError Error { get; }
}

/// <summary>A replacement would grow beyond <see cref="EcmaPattern.MaxReplacedLength"/>.</summary>
sealed partial class PatternLimitException : Exception
{
    public PatternLimitException(string message)
        : base(message)
    {
    }
}
