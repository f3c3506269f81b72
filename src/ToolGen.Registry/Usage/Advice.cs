namespace ToolGen.Registry;

/// <summary>What should be looked at.</summary>
public enum AdviceKind
{
    /// <summary>It fails too often: nobody should call it before a person looked.</summary>
    Quarantine,

    /// <summary>Hardly anybody calls it.</summary>
    Deprecate,

    /// <summary>A newer approved version takes its calls.</summary>
    Superseded,

    /// <summary>Another one does the same.</summary>
    Duplicate,

    /// <summary>A session tool that several callers need.</summary>
    Promote,
}

/// <summary>Advice, and the figures that it stands on. It changes nothing by itself.</summary>
/// <param name="Kind">What should be done.</param>
/// <param name="Id">The version.</param>
/// <param name="Tool">Its name.</param>
/// <param name="Version">Its number.</param>
/// <param name="Why">One sentence with the figures.</param>
/// <param name="Other">The id of the version that takes its place or does the same; null: there is none.</param>
public sealed record Advice(AdviceKind Kind, string Id, string Tool, string Version, string Why, string? Other = null)
{
    /// <summary>For <see cref="AdviceKind.Duplicate"/>: in what the two are alike; null otherwise.</summary>
    public Likeness? Likeness { get; init; }
}

/// <summary>In what two tools are alike.</summary>
public enum Likeness
{
    /// <summary>Their code is the same.</summary>
    Code,

    /// <summary>Their samples ask and state the same.</summary>
    Samples,

    /// <summary>One passes all samples of the other: it was run on them.</summary>
    Passed,
}

/// <summary>What a run of samples showed: all samples of a version pass on another one.</summary>
/// <param name="Id">The version whose samples they are.</param>
/// <param name="Other">The approved version that passes them.</param>
/// <param name="Samples">How many they are.</param>
public sealed record ProvenAlike(string Id, string Other, int Samples);

/// <summary>From where on there is advice.</summary>
public sealed record AdvicePolicy
{
    /// <summary>So many faults of the tool among the last calls ask for a quarantine. Default 5, of the last 20.</summary>
    public int ToolFaults { get; init; } = 5;

    /// <summary>
    /// A version that was called fewer than C · log10(n) times is hardly used, n being the calls of all versions since it came (TroVE, Wang et al. 2024, trims its toolbox so). Default 1/log10(20), which makes the logarithm one
    /// to the base 20.
    /// </summary>
    public double Scarce { get; init; } = 0.7686;

    /// <summary>Before so many calls of all versions nothing is said of use. Default 200.</summary>
    public long LeastCalls { get; init; } = 200;

    /// <summary>A session tool that so many calls answered is worth keeping. Default 3.</summary>
    public long PromoteAnswers { get; init; } = 3;

    /// <summary>And that so many callers needed. Default 2.</summary>
    public int PromoteCallers { get; init; } = 2;

    /// <summary>The defaults.</summary>
    public static AdvicePolicy Default { get; } = new();
}
