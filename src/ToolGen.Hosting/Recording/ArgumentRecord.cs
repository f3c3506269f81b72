namespace ToolGen.Hosting;

/// <summary>How much of the arguments of a call a recorder wants to know.</summary>
public enum ArgumentDetail
{
    /// <summary>Their size alone.</summary>
    None,

    /// <summary>Which kinds of JSON stand where, by the names that the schema has; and their hash.</summary>
    Shape,

    /// <summary>And what stands there: it can be what a person said.</summary>
    Values,
}

/// <summary>What a record says of the arguments of a call.</summary>
/// <param name="Shape">Such as <c>{n:number,tags:[string]}</c>; a name that the schema does not have is <c>?</c>, since it may be a value.</param>
/// <param name="Sha256">Of the bytes as they came, lower-case hex; who has the arguments can tell that these were they, and few possible values can be guessed from it.</param>
/// <param name="Values">As they came; null where nobody asked for them.</param>
public sealed record ArgumentRecord(string Shape, string Sha256, string? Values);
