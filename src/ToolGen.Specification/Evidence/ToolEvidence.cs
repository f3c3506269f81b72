using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Evidence;

/// <summary>
/// What the stations saw of one tool, from its text to its samples: what an approval is given for. The same spec leaves the same evidence, byte for byte, on any
/// machine that isolates as far: it holds no time, no path and no name of a machine. What a tool is worth is derived from it; nothing in it says so.
/// </summary>
public sealed record ToolEvidence
{
    /// <summary>The format that this version writes, and the only one that it reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The tool's name.</summary>
    public required string Tool { get; init; }

    /// <summary>Its version as the spec writes it; null where there is no spec.</summary>
    public string? Version { get; init; }

    /// <summary>Its kind, <c>declared</c> where the project supplies the code; null where there is no spec.</summary>
    public string? Kind { get; init; }

    /// <summary>The version of ToolGen that saw it.</summary>
    public required string ToolGen { get; init; }

    /// <summary>What it is about: the hashes of all that went in.</summary>
    public ToolIdentity Identity { get; init; } = new();

    /// <summary>Who wrote it, as the host says.</summary>
    public Authors Authors { get; init; } = new(null, null);

    /// <summary>The stations that it went through, in order: <c>read generate compile inspect try worth</c>. One that it left with an error is among them.</summary>
    public EquatableArray<string> Stations { get; init; }

    /// <summary>Everything found; what the code suppresses too.</summary>
    public EquatableArray<SeenFinding> Findings { get; init; }

    /// <summary>What came of each sample that was run.</summary>
    public EquatableArray<SeenSample> Samples { get; init; }

    /// <summary>What it may do, could do and did.</summary>
    public SeenCapabilities Capabilities { get; init; } = new();

    /// <summary>The weakest isolation that any run had, such as <c>bubblewrap</c>; null where nothing ran.</summary>
    public string? Isolation { get; init; }

    /// <summary>The limits that runs reached, such as <c>timeout</c> and <c>http</c>, in ordinal order.</summary>
    public EquatableArray<string> Limits { get; init; }

    /// <summary>What the samples are worth; null where nobody weighed them.</summary>
    public SeenWorth? Worth { get; init; }

    /// <summary>What inputs did that nobody wrote a sample for; null where none were tried.</summary>
    public SeenInputs? Inputs { get; init; }

    /// <summary>Whether an error stands.</summary>
    public bool HasErrors => this.Findings.Any(finding => finding.Severity == "error");

    /// <summary>Whether it passed every sample, one at least, and no error stands: what a person may be asked to approve.</summary>
    public bool IsSound => !this.HasErrors && this.Samples.Count > 0 && this.Samples.All(sample => sample.Outcome == "passed");

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex.</summary>
    public string Id => Sha256.Of(this.Text);

    /// <summary>The canonical JSON: what a file of evidence holds before its one line break, and what <see cref="EvidenceReader"/> reads back.</summary>
    public string Text => JsonWriter.Canonical(EvidenceWriter.Node(this));

    /// <summary>The tool and the id.</summary>
    public override string ToString() => $"{this.Tool} {this.Id}";
}

/// <summary>Who wrote a tool and who wrote its held-out samples, in the words of the host; null where it does not say.</summary>
/// <param name="Spec">Of the spec and the C# beside it.</param>
/// <param name="Tests">Of <c>NAME.tests.json</c>.</param>
public sealed record Authors(string? Spec, string? Tests)
{
    /// <summary>Whether one author is known to have written both: the samples then say what the tool does, and not what it should do.</summary>
    public bool IsOne => this.Spec is not null && this.Spec == this.Tests;
}
