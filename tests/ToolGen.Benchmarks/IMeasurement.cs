using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace ToolGen.Benchmarks;

/// <summary>A measurement that an issue asks for by name.</summary>
internal interface IMeasurement
{
    string Name { get; }

    string Title { get; }

    /// <summary>Prints its table to <paramref name="output"/> and judges its claims.</summary>
    Verdict Run(TextWriter output, CancellationToken cancellationToken);
}

/// <param name="Figures">The closing line, behind the measurement's name.</param>
/// <param name="Claims">What was claimed and whether it holds.</param>
internal sealed record Verdict(string Figures, IReadOnlyList<Claim> Claims)
{
    /// <summary>Whether nothing could be measured here.</summary>
    public bool IsInconclusive { get; private init; }

    /// <summary>A measurement that needs what this machine does not have; the exit code is 3.</summary>
    public static Verdict Inconclusive(string why) => new("inconclusive: " + why, []) { IsInconclusive = true };
}

/// <summary>One claim; an aim is printed and does not set the exit code.</summary>
internal sealed record Claim(string Text, string Measured, bool Holds, bool IsAim = false)
{
    public override string ToString() =>
        $"{(this.Holds ? this.IsAim ? "met   " : "holds " : this.IsAim ? "missed" : "FAILS ")} {this.Text}: {this.Measured}";
}
