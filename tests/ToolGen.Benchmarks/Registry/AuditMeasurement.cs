using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Registry;

/// <summary>What an owner of the files can change of a registry: each edit of a field, of the log, of the checkpoints must be caught and named, and nothing that nobody approved may be found callable.</summary>
internal sealed class AuditMeasurement : IMeasurement
{
    public string Name => "audit";

    public string Title => "each edit of a registry's tables, log, approvals and checkpoints is caught and named; each way to a tool that nobody approved is refused";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var claims = new List<Claim>();
        var figures = new List<string>();
        foreach (var (title, what, tried) in new (string, string, Func<IEnumerable<AuditTry>>)[]
        {
            ("fields of tables", "each edit of a field is caught, and its table or record named", FieldEdits.All),
            ("the log", "each record that is left out, put elsewhere or cut off is caught, and so is a log that was written anew below a checkpoint", LogEdits.All),
            ("checkpoints", "each edit of the checkpoints is caught", CheckpointEdits.All),
            ("routes", "each way to a tool that was not approved, or is no longer, is refused", Routes.All),
        })
        {
            var tries = new List<AuditTry>();
            foreach (var one in tried())
            {
                cancellationToken.ThrowIfCancellationRequested();
                tries.Add(one);
            }

            output.WriteLine();
            var table = new Table(title, "tried", "caught");
            foreach (var group in tries.GroupBy(one => one.Of)) table.Add(group.Key, Text(group.Count()), Text(group.Count(one => one.IsCaught)));
            table.Print(output);
            foreach (var one in tries.Where(one => !one.IsCaught).Take(20)) output.WriteLine($"not caught: {one.Of}: {one.What}: {one.Said}");
            var caught = tries.Count(one => one.IsCaught);
            claims.Add(new(what, $"{Text(caught)} of {Text(tries.Count)}", caught == tries.Count && tries.Count > 0));
            figures.Add($"{title} {Text(caught)} of {Text(tries.Count)}");
        }

        return new(string.Join(", ", figures), claims);
    }

    private static string Text(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}

/// <summary>One thing that was tried.</summary>
/// <param name="Of">Of which kind.</param>
/// <param name="What">What was done.</param>
/// <param name="IsCaught">Whether it was caught, and at its place.</param>
/// <param name="Said">What was said of it.</param>
internal sealed record AuditTry(string Of, string What, bool IsCaught, string Said);
