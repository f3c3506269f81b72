using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.TestSupport;

namespace ToolGen.OpenApi.Tests;

/// <summary>Two large documents of real services.</summary>
[TestClass]
public sealed class RestBenchTests
{
    [TestMethod]
    [DataRow("tmdb_oas.json", 54)]
    [DataRow("spotify_oas.json", 40)]
    public void Every_operation_becomes_a_tool_that_compiles(string file, int count)
    {
        var result = new OpenApiImporter().Import(SharedData.Require("data", "restgpt", "specs", file));
        Assert.HasCount(count, result.Tools, string.Join("\n", result.Findings.Where(finding => finding.Severity == FindingSeverity.Error)));
        using var compiled = Compiled.Of(result.Tools);
    }
}
