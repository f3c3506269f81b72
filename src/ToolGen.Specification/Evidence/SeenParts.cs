namespace ToolGen.Specification.Evidence;

/// <summary>A finding, at its place in one of the tool's files. Lines and columns count from 1.</summary>
/// <param name="Id">Such as <c>TG5050</c>.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">What is wrong, with the names of files for their paths.</param>
public sealed record SeenFinding(string Id, string Severity, SeenPlace Place, string Message);

/// <summary>A place in one of a tool's files.</summary>
/// <param name="In"><c>spec</c>, <c>tests</c>, <c>companion</c>, or <c>other</c> for a file that is none of the tool's.</param>
/// <param name="Line">Of its first character, from 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="EndLine">Of the character behind its last.</param>
/// <param name="EndColumn">From 1.</param>
public sealed record SeenPlace(string In, int Line, int Column, int EndLine, int EndColumn);

/// <summary>A sample and what came of it.</summary>
/// <param name="In"><c>examples</c>, or <c>tests</c> where it is held out.</param>
/// <param name="Index">Its index there, from 0.</param>
/// <param name="Given">The hash of its input and its world: what it asks.</param>
/// <param name="Expects">What it states: <c>output</c>, <c>error</c>, <c>compare</c> and <c>expect</c> as written; above 4,096 characters a string that is their hash.</param>
/// <param name="Outcome"><c>passed failed unconfirmed unrecorded timedout crashed</c>.</param>
public sealed record SeenSample(string In, int Index, string Given, string Expects, string Outcome)
{
    /// <summary>As the sample is called; null where it has no name.</summary>
    public string? Name { get; init; }

    /// <summary>The hash of the output in canonical JSON; null where there was none.</summary>
    public string? Output { get; init; }

    /// <summary>The errors of the call: a code, behind it the pointer where it has one.</summary>
    public EquatableArray<string> Errors { get; init; }

    /// <summary>How its process fared, such as <c>answered</c>; null where none was needed.</summary>
    public string? Ended { get; init; }
}

/// <summary>What a tool may do, could do and did; lines of capabilities in ordinal order.</summary>
public sealed record SeenCapabilities
{
    /// <summary>What it may do: the lines of its descriptor.</summary>
    public EquatableArray<string> Declared { get; init; }

    /// <summary>What its code does where it gets there, as far as the text of the code tells; a word alone, such as <c>http</c>, where the code does not say which.</summary>
    public EquatableArray<string> Found { get; init; }

    /// <summary>What the runs did.</summary>
    public EquatableArray<string> Observed { get; init; }

    /// <summary>What the runs tried and no declared line allows.</summary>
    public EquatableArray<string> Refused { get; init; }
}

/// <summary>What samples are worth.</summary>
/// <param name="Changes">Small changes of the tool's code that were tried.</param>
/// <param name="Unnoticed">Those that every sample passes with.</param>
/// <param name="Stub">The answer of a stub that passes every sample; null: there is none.</param>
public sealed record SeenWorth(int Changes, EquatableArray<SeenChange> Unnoticed, string? Stub);

/// <summary>A change of the code that no sample notices.</summary>
/// <param name="Place">Where the code stands.</param>
/// <param name="Before">The code.</param>
/// <param name="After">What it could be just as well.</param>
public sealed record SeenChange(SeenPlace Place, string Before, string After);

/// <summary>Inputs that nobody wrote a sample for: made from the schema, the same for the same spec.</summary>
/// <param name="Tried">How many.</param>
/// <param name="Failed">How many of them the tool has no answer to that its schemas allow.</param>
/// <param name="Late">How many ran into the time that such an input gets; no fault.</param>
/// <param name="Repeated">How many inputs were given twice.</param>
/// <param name="Differing">How many of them had two answers.</param>
public sealed record SeenInputs(int Tried, int Failed, int Late, int Repeated, int Differing);
