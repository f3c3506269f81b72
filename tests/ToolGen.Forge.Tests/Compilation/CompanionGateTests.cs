using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Tests.Compilation;

[TestClass]
public sealed class CompanionGateTests
{
    private const string Right = """
        using System.Threading;
        using System.Threading.Tasks;
        using ToolGen;

        namespace My.Agent.Tools;

        public sealed partial class Area
        {
            private const int Sides = 2;

            public override partial ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken) =>
                new(new Output(Twice(input.Side)));

            private static int Twice(int side)
            {
                return side * Sides;
            }
        }
        """;

    [TestMethod]
    public async Task Companion_runs_in_its_own_namespace()
    {
        var tool = await SpecTexts.TryAsync(Spec(Right));

        Assert.IsFalse(tool.HasErrors, string.Join("\n", tool.Findings));
        Assert.AreEqual("My.Agent.Tools", tool.Namespace);
        Assert.HasCount(1, tool.Samples);
    }

    [TestMethod]
    public void Compile_error_of_a_companion_stands_at_its_own_line()
    {
        var tool = new Forge().Make([Spec(Right.Replace("input.Side", "input.Sides"))]).Tools[0];

        var finding = tool.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        Assert.AreEqual("area.tool.cs(12,36)", finding.Place.ToString());
        Assert.AreEqual("Write `Side`.", finding.Remedy);
    }

    [TestMethod]
    [DataRow("private const", "[System.Obsolete] private const", "TG2057")]
    [DataRow("private const int Sides = 2;", "static Area() { } private const int Sides = 2;", "TG2057")]
    [DataRow("private const int Sides = 2;", "private const int Sides = 2; private class Inner { static Inner() { } }", "TG2057")]
    [DataRow("private const int Sides = 2;", "private static readonly int Sides = System.Environment.ProcessId;", "TG2")]
    [DataRow("return side * Sides;", "return System.Environment.ProcessId;", "TG2")]
    [DataRow("return side * Sides;", "unsafe { return *(&side); }", "TG2")]
    [DataRow("return side * Sides;", "[System.Obsolete] int Local() => 1; return Local();", "TG2")]
    [DataRow("using ToolGen;", "using ToolGen; using Math = System.Environment;", "TG2057")]
    [DataRow("using ToolGen;", "using ToolGen; using static System.IO.File;", "TG2057")]
    [DataRow("using ToolGen;", "#line 1 \"x\"\nusing ToolGen;", "TG2057")]
    [DataRow("using ToolGen;", "[assembly: System.Obsolete]\nusing ToolGen;", "TG2057")]
    [DataRow("namespace My.Agent.Tools;", "", "TG2057")]
    [DataRow("private static int Twice(int side)", "private static extern int More(); private static int Twice(int side)", "TG2057")]
    [DataRow("public sealed partial class Area", "public sealed partial class Area : System.IDisposable", "TG2057")]
    [DataRow("public sealed partial class Area", "file class Other { } public sealed partial class Area", "TG2057")]
    public void Refuses_what_could_reach_past_the_gate(string old, string @new, string id)
    {
        var findings = new FindingSink(new SourceText("area.tool.cs", Right.Replace(old, @new)));

        Assert.IsNull(CompanionGate.Check(findings.Source, "Area", findings));
        StringAssert.StartsWith(findings.ToArray()[0].Id, id);
    }

    private static SpecInput Spec(string companion) => new(
        "area.tool.json",
        Encoding.UTF8.GetBytes("""
            { "name": "area", "description": "Twice.",
              "inputSchema": { "type": "object", "properties": { "side": { "type": "integer", "minimum": 0, "maximum": 9 } }, "required": ["side"] },
              "outputSchema": { "type": "object", "properties": { "area": { "type": "integer", "minimum": 0, "maximum": 99 } }, "required": ["area"] },
              "implementation": { "kind": "code" },
              "examples": [ { "input": { "side": 3 }, "output": { "area": 6 } } ] }
            """),
        new SourceText("area.tool.cs", companion));
}
