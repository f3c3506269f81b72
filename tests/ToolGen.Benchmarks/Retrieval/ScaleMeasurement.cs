using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Benchmarks.Registry;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>A part of the measurement <c>scale</c>: one thing that grows.</summary>
internal interface IScalePart
{
    /// <summary>By which it is asked for alone.</summary>
    string Name { get; }

    /// <summary>Prints its table, and says its figures and claims.</summary>
    (string Figures, IReadOnlyList<Claim> Claims) Run(TextWriter output, CancellationToken cancellationToken);
}

/// <summary>What a registry takes when it is large.</summary>
internal sealed class ScaleMeasurement(IReadOnlyList<string> wanted) : IMeasurement
{
    private static readonly IScalePart[] Parts =
    [
        new SearchScale(),
        new RecordScale(),
    ];

    public string Name => "scale";

    public string Title => "100,000 tools indexed and searched, a million records verified; behind it names of parts (" + string.Join(' ', Parts.Select(part => part.Name)) + ")";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var figures = new List<string>();
        var claims = new List<Claim>();
        foreach (var part in Parts.Where(part => wanted.Count == 0 || wanted.Contains(part.Name)))
        {
            var (said, claimed) = part.Run(output, cancellationToken);
            figures.Add(said);
            claims.AddRange(claimed);
        }

        return figures.Count == 0 ? Verdict.Inconclusive("no part is called so") : new(string.Join(", ", figures), claims);
    }
}
