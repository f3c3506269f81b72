using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Pipeline;

namespace ToolGen.Generator.Tests.Pipeline;

/// <summary>What a build and an editor say of the quality of specs: at its place, once a text, and only of specs that are right.</summary>
[TestClass]
public sealed class QualityAnalyzerTests
{
    private const string Slow = """
        {
          "name": "wait_for", "description": "Waits until the service answers. Not for batch jobs.",
          "inputSchema": { "type": "object", "properties": {
            "timeout_ms": { "type": "integer", "description": "How long to wait, in seconds." },
            "retries": { "type": "integer", "minimum": 0, "description": "How often to ask again, at most 9." } } },
          "outputSchema": { "type": "object" }
        }
        """;

    [TestMethod]
    public async Task Finding_stands_at_line_and_column_of_the_spec_with_its_weight()
    {
        var findings = await Analyze(new File("/src/wait_for.tool.json", Slow));

        CollectionAssert.AreEqual(
            new[]
            {
                "/src/wait_for.tool.json(4,55): warning TG1060: the name of \"timeout_ms\" says milliseconds, its description says seconds. Change the one that is wrong.",
                "/src/wait_for.tool.json(5,66): info TG1062: the description of \"retries\" says \"at most 9\", the schema does not. Add \"maximum\": 9.",
            },
            findings.Select(one => one.ToString()).ToArray());
    }

    [TestMethod]
    [DataRow(ReportDiagnostic.Suppress, "")]
    [DataRow(ReportDiagnostic.Error, "Error")]
    public async Task Project_decides_the_weight(ReportDiagnostic weight, string expected) =>
        Assert.AreEqual(expected, string.Concat((await Analyze([new File("/src/wait_for.tool.json", Slow)], ("TG1060", weight))).Where(one => one.Id == "TG1060").Select(one => one.Severity)));

    [TestMethod]
    [DataRow("{ \"name\": ")]
    [DataRow("[]")]
    [DataRow("")]
    [DataRow("{ \"name\": \"wait_for\", \"description\": \"TODO\", \"inputSchema\": 1 }")]
    public async Task Spec_with_errors_has_no_advice(string text) => Assert.IsEmpty(await Analyze(new File("/src/wait_for.tool.json", text)));

    [TestMethod]
    public async Task Other_files_are_not_read()
    {
        var other = new File("/src/notes.json", Slow);
        Assert.IsEmpty(await Analyze(other));
        Assert.AreEqual(0, other.Reads);
    }

    [TestMethod]
    public async Task Tool_that_is_named_as_another_is_told_at_the_later_one()
    {
        var found = await Analyze(new File("/src/a.tool.json", Tool("send_mail")), new File("/src/b.tool.json", Tool("sendmail")));

        Assert.AreEqual("/src/b.tool.json(1,11): warning TG2075: 'send_mail' and 'sendmail' differ in case or separators alone. Name them by what tells them apart.", found.Single(one => one.Id == "TG2075").ToString());
    }

    [TestMethod]
    public async Task Text_that_stays_is_looked_at_once_however_often_others_change()
    {
        var stays = new File("/src/wait_for.tool.json", Slow);
        var first = await Analyze(stays, new File("/src/b.tool.json", Tool("send_mail")));
        var second = await Analyze(stays, new File("/src/b.tool.json", Tool("send_letter")));

        Assert.AreEqual(1, stays.Reads);
        Assert.AreSame(first.First(one => one.Id == "TG1060"), second.First(one => one.Id == "TG1060"));
    }

    [TestMethod]
    public void Advice_is_no_business_of_the_generator() =>
        Assert.IsEmpty(Harness.Project.Of([("/src/wait_for.tool.json", Slow)]).Diagnostics.Where(one => one.Id is "TG1060" or "TG1062"));

    private static string Tool(string name) => $$"""
        { "name": "{{name}}", "description": "What {{name}} does, and when not to use it at all.", "inputSchema": { "type": "object" }, "outputSchema": { "type": "object" } }
        """;

    private static Task<ImmutableArray<Diagnostic>> Analyze(params File[] files) => Analyze(files, []);

    private static async Task<ImmutableArray<Diagnostic>> Analyze(File[] files, params (string Id, ReportDiagnostic Weight)[] weights)
    {
        var compilation = CSharpCompilation.Create(
            "project", [CSharpSyntaxTree.ParseText("")], Basic.Reference.Assemblies.Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: weights.Select(one => KeyValuePair.Create(one.Id, one.Weight))));
        var found = await compilation.WithAnalyzers([new SpecQualityAnalyzer()], new AnalyzerOptions([.. files])).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. found.OrderBy(one => one.Location.GetLineSpan().Path).ThenBy(one => one.Location.SourceSpan.Start)];
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public int Reads { get; private set; }

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            this.Reads++;
            return SourceText.From(text, Encoding.UTF8);
        }
    }
}
