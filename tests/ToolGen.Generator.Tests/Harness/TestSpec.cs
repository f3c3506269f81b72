using System;
using System.Text.RegularExpressions;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Harness;

internal static partial class TestSpec
{
    /// <summary>A spec that has no errors.</summary>
    public static ToolSpec Read(string json)
    {
        var reading = SpecReader.Read(new SourceText(PathOf(json), json));
        return reading.Spec ?? throw new InvalidOperationException(string.Join("\n", reading.Findings));
    }

    /// <summary>The file that a spec's name asks for.</summary>
    public static string PathOf(string json) => $"tools/{NameMember().Match(json).Groups[1].Value}.tool.json";

    [GeneratedRegex("\"name\": \"([^\"]*)\"")]
    private static partial Regex NameMember();
}
