using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Registry;

namespace ToolGen.Cli.Statistics;

/// <summary>One day of a registry.</summary>
/// <param name="Day">UTC.</param>
internal sealed record StatsDay(DateOnly Day)
{
    public long Answered { get; set; }

    public long CallerFaults { get; set; }

    public long ToolFaults { get; set; }

    public long EnvironmentFaults { get; set; }

    public long Refused { get; set; }

    /// <summary>Calls of versions that were called before.</summary>
    public long Reuses { get; set; }

    /// <summary>Versions that came in.</summary>
    public int Added { get; set; }

    /// <summary>Approvals that were given.</summary>
    public int Approved { get; set; }

    public long Calls => this.Answered + this.CallerFaults + this.ToolFaults + this.EnvironmentFaults + this.Refused;
}

/// <summary>The log, day by day.</summary>
internal sealed class StatsDays
{
    private readonly SortedDictionary<DateOnly, StatsDay> days = [];
    private readonly HashSet<string> called = new(StringComparer.Ordinal);

    /// <summary>In order; days without a record are left out.</summary>
    public IReadOnlyList<StatsDay> All => [.. this.days.Values];

    /// <summary>Calls of no version.</summary>
    public long Strangers { get; private set; }

    public static StatsDays Of(IEnumerable<AuditRecord> log)
    {
        var days = new StatsDays();
        foreach (var record in log) days.Add(record);
        return days;
    }

    private void Add(AuditRecord record)
    {
        switch (record.Kind)
        {
            case "called" or "refused":
                this.Call(record);
                break;
            case "added":
                this.At(record).Added++;
                break;
            case "approved":
                this.At(record).Approved++;
                break;
            default:
                break;
        }
    }

    private void Call(AuditRecord record)
    {
        var (id, fault) = Read(record.Body);
        if (id is null)
        {
            this.Strangers++;
            return;
        }

        var day = this.At(record);
        if (!this.called.Add(id)) day.Reuses++;
        switch (fault)
        {
            case "none": day.Answered++; break;
            case "caller": day.CallerFaults++; break;
            case "tool": day.ToolFaults++; break;
            case "environment": day.EnvironmentFaults++; break;
            default: day.Refused++; break;
        }
    }

    private StatsDay At(AuditRecord record)
    {
        var day = DateOnly.FromDateTime(record.At.UtcDateTime);
        if (!this.days.TryGetValue(day, out var found)) this.days.Add(day, found = new(day));
        return found;
    }

    // By the million: without a tree.
    private static (string? Id, string? Fault) Read(string body)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body));
        string? id = null, fault = null;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;
                var (isId, isFault) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("fault"u8));
                reader.Read();
                if (reader.TokenType != JsonTokenType.String) reader.Skip();
                else if (isId) id = reader.GetString();
                else if (isFault) fault = reader.GetString();
            }
        }
        catch (JsonException)
        {
            // A record that nobody can read counts for nothing; `toolgen audit verify` names it.
        }

        return (id, fault);
    }
}
