using System.Globalization;
using System.Text.Json;
using ToolGen.Cli.Registries;

namespace ToolGen.Cli.Statistics;

/// <summary>Figures as JSON.</summary>
internal static class StatsJson
{
    public static void Write(Utf8JsonWriter json, RegistryStats stats)
    {
        json.WriteStartObject();
        json.WriteStartObject("versions");
        foreach (var (state, count) in stats.States) json.WriteNumber(Words.Of(state), count);
        json.WriteEndObject();
        json.WriteStartObject("calls");
        json.WriteNumber("all", stats.Calls);
        json.WriteNumber("answered", stats.Answered);
        json.WriteNumber("caller", stats.CallerFaults);
        json.WriteNumber("tool", stats.ToolFaults);
        json.WriteNumber("environment", stats.EnvironmentFaults);
        json.WriteNumber("refused", stats.Refused);
        json.WriteNumber("reuses", stats.Reuses);
        json.WriteNumber("strangers", stats.Strangers);
        json.WriteEndObject();
        Usage(json, stats);
        json.WriteStartArray("health");
        foreach (var measure in stats.Health.Measures)
        {
            json.WriteStartObject();
            json.WriteString("measure", measure.Name.Trim());
            json.WriteNumber("part", measure.Part);
            json.WriteNumber("whole", measure.Whole);
            json.WriteString("what", measure.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("advice");
        foreach (var advice in stats.Advice)
        {
            json.WriteStartObject();
            json.WriteString("kind", advice.Kind.ToString().ToLowerInvariant());
            json.WriteString("tool", advice.Tool);
            json.WriteString("version", advice.Version);
            json.WriteString("id", advice.Id);
            json.WriteString("why", advice.Why);
            json.WriteString("other", advice.Other);
            if (advice.Likeness is { } likeness) json.WriteString("likeness", likeness.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Usage(Utf8JsonWriter json, RegistryStats stats)
    {
        json.WriteStartArray("usage");
        foreach (var one in stats.Usage)
        {
            json.WriteStartObject();
            json.WriteString("tool", one.Tool);
            json.WriteString("version", one.Version);
            json.WriteString("id", one.Id);
            json.WriteNumber("calls", one.Calls);
            json.WriteNumber("answered", one.Answered);
            json.WriteNumber("caller", one.CallerFaults);
            json.WriteNumber("tool_faults", one.ToolFaults);
            json.WriteNumber("environment", one.EnvironmentFaults);
            json.WriteNumber("refused", one.Refused);
            json.WriteNumber("callers", one.Callers);
            json.WriteNumber("shapes", one.Shapes);
            json.WriteNumber("milliseconds", System.Math.Round(one.Time.TotalMilliseconds, 3));
            if (one.LastCall is { } last) json.WriteString("last", last.UtcDateTime);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("days");
        foreach (var day in stats.Days)
        {
            json.WriteStartObject();
            json.WriteString("day", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("calls", day.Calls);
            json.WriteNumber("answered", day.Answered);
            json.WriteNumber("caller", day.CallerFaults);
            json.WriteNumber("tool", day.ToolFaults);
            json.WriteNumber("environment", day.EnvironmentFaults);
            json.WriteNumber("refused", day.Refused);
            json.WriteNumber("reuses", day.Reuses);
            json.WriteNumber("added", day.Added);
            json.WriteNumber("approved", day.Approved);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
