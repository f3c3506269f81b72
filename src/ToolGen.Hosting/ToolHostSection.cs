using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Extensions.Configuration;

namespace ToolGen.Hosting;

/// <summary>
/// Reads <see cref="ToolHostOptions"/> from the configuration section <c>ToolHost</c>: <c>maximumCalls</c>, <c>maximumWaiting</c>, <c>maximumWait</c> and <c>grace</c>
/// (seconds), <c>records</c> (a path; empty: no file), <c>rules</c> (each <c>verdict tools callers capability destructive</c>). What it does not know is an error.
/// </summary>
internal static class ToolHostSection
{
    public const string Name = "ToolHost";

    public static ToolHostOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Name);
        var options = new ToolHostOptions();
        foreach (var entry in section.GetChildren())
        {
            options = entry.Key.ToUpperInvariant() switch
            {
                "MAXIMUMCALLS" => options with { MaximumCalls = Whole(entry, 1) },
                "MAXIMUMWAITING" => options with { MaximumWaiting = Whole(entry, 0) },
                "MAXIMUMWAIT" => options with { MaximumWait = Seconds(entry) },
                "GRACE" => options with { Grace = Seconds(entry) },
                "RECORDS" => options with { Records = string.IsNullOrEmpty(entry.Value) ? null : entry.Value },
                "RULES" => options with { Rules = [.. entry.GetChildren().Select(Rule)] },
                _ => throw Wrong(entry, "is not known; known are maximumCalls, maximumWaiting, maximumWait, grace, records, rules"),
            };
        }

        return options;
    }

    private static PolicyRule Rule(IConfigurationSection rule)
    {
        var fields = rule.GetChildren().ToDictionary(field => field.Key, StringComparer.OrdinalIgnoreCase);
        var verdict = Take(fields, "verdict") is { } given && Enum.TryParse<PolicyVerdict>(given.Value, ignoreCase: true, out var known) && Enum.IsDefined(known) && !int.TryParse(given.Value, out _)
            ? known
            : throw Wrong(rule, "wants a verdict: allow, ask or deny");
        var read = new PolicyRule(verdict)
        {
            Tools = Text(Take(fields, "tools")) ?? "*",
            Callers = Text(Take(fields, "callers")) ?? "*",
            Capability = Text(Take(fields, "capability")),
            Destructive = Take(fields, "destructive") is { } destructive && (bool.TryParse(destructive.Value, out var flag) ? flag : throw Wrong(destructive, "is true or false")),
        };
        return fields.Count == 0 ? read : throw Wrong(fields.Values.First(), "is not known; a rule has verdict, tools, callers, capability, destructive");
    }

    private static IConfigurationSection? Take(Dictionary<string, IConfigurationSection> fields, string name) => fields.Remove(name, out var field) ? field : null;

    private static string? Text(IConfigurationSection? field) =>
        field is null ? null : string.IsNullOrWhiteSpace(field.Value) ? throw Wrong(field, "is a text with * for any text") : field.Value;

    private static int Whole(IConfigurationSection entry, int least) =>
        int.TryParse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : throw Wrong(entry, $"is a whole number from {least}");

    private static TimeSpan Seconds(IConfigurationSection entry) =>
        double.TryParse(entry.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 86_400 ? TimeSpan.FromSeconds(seconds) : throw Wrong(entry, "is a number of seconds from 0 to 86400");

    private static InvalidOperationException Wrong(IConfigurationSection place, string what) => new($"the configuration {place.Path} {what}");
}
