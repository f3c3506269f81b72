using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ToolGen.Benchmarks.Rules;

/// <summary>What a compiler's SARIF log tells: rule, its category, and the file.</summary>
internal sealed record LoggedFinding(string Id, string Category, string File)
{
    /// <summary>As each analyzer sorts its own rules: security, vulnerabilities and hotspots; of ours those of security.</summary>
    public bool IsOfSecurity =>
        this.Category.Contains("Security", StringComparison.OrdinalIgnoreCase) || this.Category.Contains("Vulnerability", StringComparison.OrdinalIgnoreCase)
        || this.Id.StartsWith("TG3", StringComparison.Ordinal) || this.Id.StartsWith("TG4", StringComparison.Ordinal);

    public static IReadOnlyList<LoggedFinding> Read(string path)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        var run = document.RootElement.GetProperty("runs")[0];
        var categories = run.GetProperty("tool").GetProperty("driver").TryGetProperty("rules", out var rules)
            ? rules.EnumerateArray().DistinctBy(rule => rule.GetProperty("id").GetString()).ToDictionary(rule => rule.GetProperty("id").GetString()!, CategoryOf)
            : [];
        return [.. run.GetProperty("results").EnumerateArray().Select(result => new LoggedFinding(
            result.GetProperty("ruleId").GetString()!, categories.GetValueOrDefault(result.GetProperty("ruleId").GetString()!, ""), FileOf(result)))];
    }

    private static string CategoryOf(JsonElement rule) =>
        rule.TryGetProperty("properties", out var properties) && properties.TryGetProperty("category", out var category) ? category.GetString() ?? "" : "";

    private static string FileOf(JsonElement result) =>
        result.TryGetProperty("locations", out var locations) && locations.GetArrayLength() > 0
            ? Path.GetFileName(Uri.UnescapeDataString(locations[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!))
            : "";
}
