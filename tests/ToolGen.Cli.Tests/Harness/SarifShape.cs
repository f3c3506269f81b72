using System;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Cli.Tests.Harness;

/// <summary>What SARIF 2.1.0 demands of the parts that we write (OASIS, sections 3.13 to 3.55).</summary>
internal static class SarifShape
{
    public static void Check(JsonElement log)
    {
        Assert.AreEqual("2.1.0", log.GetProperty("version").GetString());
        StringAssert.EndsWith(log.GetProperty("$schema").GetString(), "sarif-schema-2.1.0.json");
        foreach (var run in log.GetProperty("runs").EnumerateArray())
        {
            var driver = run.GetProperty("tool").GetProperty("driver");
            Assert.AreEqual("toolgen", driver.GetProperty("name").GetString());
            var rules = driver.GetProperty("rules").EnumerateArray().ToArray();
            Assert.HasCount(rules.Length, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct());
            foreach (var rule in rules) Rule(rule);
            foreach (var result in run.GetProperty("results").EnumerateArray()) Result(result, rules);
        }
    }

    private static void Rule(JsonElement rule)
    {
        foreach (var part in new[] { "shortDescription", "fullDescription", "help" })
            Assert.AreNotEqual("", rule.GetProperty(part).GetProperty("text").GetString());
        CollectionAssert.Contains(new[] { "none", "note", "warning", "error" }, rule.GetProperty("defaultConfiguration").GetProperty("level").GetString());
    }

    private static void Result(JsonElement result, JsonElement[] rules)
    {
        Assert.AreEqual(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.AreNotEqual("", result.GetProperty("message").GetProperty("text").GetString());
        foreach (var location in result.GetProperty("locations").EnumerateArray())
        {
            var physical = location.GetProperty("physicalLocation");
            Assert.IsTrue(Uri.IsWellFormedUriString(physical.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute));
            foreach (var member in physical.GetProperty("region").EnumerateObject()) Assert.IsGreaterThanOrEqualTo(1, member.Value.GetInt32());
        }

        if (!result.TryGetProperty("fixes", out var fixes)) return;
        foreach (var replacement in fixes.EnumerateArray().SelectMany(fix => fix.GetProperty("artifactChanges").EnumerateArray()).SelectMany(change => change.GetProperty("replacements").EnumerateArray()))
        {
            Assert.IsGreaterThanOrEqualTo(0, replacement.GetProperty("deletedRegion").GetProperty("charOffset").GetInt32());
            Assert.AreEqual(JsonValueKind.String, replacement.GetProperty("insertedContent").GetProperty("text").ValueKind);
        }
    }
}
