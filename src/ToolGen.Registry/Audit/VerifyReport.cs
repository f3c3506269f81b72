using System.Collections.Generic;

namespace ToolGen.Registry;

/// <summary>What is not as it was written.</summary>
/// <param name="Where">Such as <c>log, record 17</c> or <c>versions 3f2a…, state</c>.</param>
/// <param name="What">One sentence.</param>
public sealed record VerifyProblem(string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{this.Where}: {this.What}";
}

/// <summary>What came of reading a registry whole.</summary>
public sealed record VerifyReport
{
    /// <summary>How many records the log has.</summary>
    public required long Records { get; init; }

    /// <summary>How many of them the host's newest checkpoint covers: of these nothing can be changed without its key.</summary>
    public required long Sealed { get; init; }

    /// <summary>How many checkpoints hold.</summary>
    public required int Checkpoints { get; init; }

    /// <summary>How many versions there are, those of sessions included.</summary>
    public required int Versions { get; init; }

    /// <summary>How many approvals were given.</summary>
    public required int Approvals { get; init; }

    /// <summary>The root of the tree over all records, base64: who notes it elsewhere can hold the log against it.</summary>
    public required string Root { get; init; }

    /// <summary>What is wrong; at most some hundred are named.</summary>
    public required IReadOnlyList<VerifyProblem> Problems { get; init; }

    /// <summary>What is worth knowing, and no fault.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Records that no checkpoint covers yet.</summary>
    public long Unsealed => this.Records - this.Sealed;

    /// <summary>Whether all is as it was written.</summary>
    public bool IsClean => this.Problems.Count == 0;
}

/// <summary>Gathers problems; beyond some hundred it only counts.</summary>
internal sealed class Problems
{
    private const int MaximumNamed = 200;

    private readonly List<VerifyProblem> all = [];
    private int left;

    public IReadOnlyList<VerifyProblem> All => this.left == 0 ? this.all : [.. this.all, new("and more", $"{this.left} further problems are not named")];

    public void Add(string where, string what)
    {
        if (this.all.Count < MaximumNamed) this.all.Add(new(where, what));
        else this.left++;
    }
}
