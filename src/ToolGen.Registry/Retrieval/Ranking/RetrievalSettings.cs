using System.Collections.Generic;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>Every constant of the ranking. Which data chose it stands in docs/retrieval.md; no part of a test set did.</summary>
internal sealed record RetrievalSettings
{
    public static RetrievalSettings Default { get; } = new();

    /// <summary>How much a field's words count, in the order of <see cref="ToolField"/>.</summary>
    public IReadOnlyList<double> FieldWeights { get; init; } = [2, 1.5, 1, 0.5, 0.6];

    /// <summary>How much a field's length counts against it, 0 to 1.</summary>
    public IReadOnlyList<double> FieldLengths { get; init; } = [0.2, 0.2, 0.1, 0.5, 0.3];

    /// <summary>Where more of the same word stops to count (k1 of BM25).</summary>
    public double Saturation { get; init; } = 2;

    /// <summary>How much rarity tells: the power of a term's inverse document frequency.</summary>
    public double RarityPower { get; init; } = 0.9;

    /// <summary>How much two words that follow each other in a request and in an ask count, beside each of them.</summary>
    public double PairWeight { get; init; } = 0.25;

    /// <summary>How many words of the index one word of a request may stand for in the arm of grams.</summary>
    public int Likely { get; init; } = 10;

    /// <summary>How like a word must be, 0 to 1.</summary>
    public double Likeness { get; init; } = 0.4;

    /// <summary>The share of the likeness that goes to the longer of two words; the rest goes to the shorter, which may be a part of it.</summary>
    public double LikeLonger { get; init; } = 0.5;

    /// <summary>How much the sentence that a tool fits best counts beside the whole request.</summary>
    public double SentenceWeight { get; init; } = 0.5;

    /// <summary>What ranks lose: the first of an arm counts 1 / (1 + this).</summary>
    public double RankLoss { get; init; } = 10;

    /// <summary>What arms weigh before a catalogue was looked at, in the order words, grams, asks, dense.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [1, 0.75, 1, 0.5];

    /// <summary>Weights that hold whatever the self-test said; null: its own. Measurements ask one arm alone so.</summary>
    public IReadOnlyList<double>? FixedWeights { get; init; }

    /// <summary>How many postings one arm reads for one request: terms that most tools have are left out where rarer ones have so many already. Catalogues of a few thousand tools lose none.</summary>
    public int MaxPostings { get; init; } = 100_000;

    /// <summary>How many tools of each arm are looked at.</summary>
    public int Depth { get; init; } = 100;
}

/// <summary>Where a word of a tool may stand.</summary>
internal enum ToolField
{
    Name,
    Title,
    Description,
    Parameters,
    Asks,
}
