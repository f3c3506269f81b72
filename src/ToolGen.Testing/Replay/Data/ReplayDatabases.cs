using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using ToolGen.Effects;
using ToolGen.Effects.Data;

namespace ToolGen.Testing.Replay.Data;

/// <summary>The scratch databases of one sample, one a logical name, filled by <c>given.sql</c>.</summary>
internal sealed class ReplayDatabases : IDisposable
{
    /// <summary>Databases of one sample: each holds at most 32 MiB in the host.</summary>
    private const int Most = 8;

    /// <summary>For the statements of all of them.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, ScratchDatabase> databases = new(StringComparer.Ordinal);

    private ReplayDatabases()
    {
    }

    /// <summary>Each may be read and written as far as the tool's capabilities go.</summary>
    public IReadOnlyDictionary<string, DatabaseGrant> Grants => this.databases.ToDictionary(pair => pair.Key, pair => pair.Value.Grant);

    /// <summary>Makes the databases of a sample.</summary>
    /// <param name="names">Those that the tool, the tools that it calls and the sample's queries name.</param>
    /// <param name="given">Database to statements, <c>""</c> for every other; null: there are none.</param>
    /// <param name="cancellationToken">Ends the work with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SampleWorldException">A statement fails, there are too many databases, or they take too long together.</exception>
    public static ReplayDatabases Create(IEnumerable<string> names, IReadOnlyDictionary<string, IReadOnlyList<string>>? given, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var databases = new ReplayDatabases();
        if (given is null) return databases;
        try
        {
            foreach (var name in names.Concat(given.Keys).Where(name => name.Length > 0).Distinct())
            {
                if (!given.TryGetValue(name, out var statements) && !given.TryGetValue("", out statements)) continue;
                if (databases.databases.Count == Most) throw new SampleWorldException(FormattableString.Invariant($"given.sql makes more than {Most} databases: a sample has at most so many"));
                var left = Longest - clock.Elapsed;
                databases.databases.Add(name, ScratchDatabase.Create(statements, left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), cancellationToken));
            }

            return databases;
        }
        catch (Exception e)
        {
            databases.Dispose();
            if (e is ToolException said) throw new SampleWorldException(said.Message);
            throw;
        }
    }

    /// <summary>By its name; the only one where none is named; else null.</summary>
    public ScratchDatabase? Find(string? name) =>
        name is null ? this.databases.Count == 1 ? this.databases.Values.First() : null : this.databases.GetValueOrDefault(name);

    /// <summary>Whether a database was made.</summary>
    public bool Contains(string name) => this.databases.ContainsKey(name);

    /// <summary>In ordinal order.</summary>
    public IEnumerable<string> Names => this.databases.Keys.Order(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var database in this.databases.Values) database.Dispose();
    }
}
