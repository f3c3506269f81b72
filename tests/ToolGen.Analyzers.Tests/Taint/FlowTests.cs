using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Taint;
using ToolGen.TestSupport.Security;

namespace ToolGen.Analyzers.Tests.Taint;

/// <summary>What the engine follows and what it lets be, a class a construct: those whose names begin with <c>Flows</c> have a finding, those with <c>Stops</c> have none.</summary>
[TestClass]
public sealed class FlowTests
{
    private static readonly string[] Followed = ["TG3001", "TG3011", "TG3014", "TG3015", "TG3017"];
    private static ILookup<string, Diagnostic>? found;
    private static IReadOnlyList<string> names = [];

    public static IEnumerable<object[]> Constructs => ConstructsOf(FlowConstructs.All).Select(name => new object[] { name });

    [ClassInitialize]
    public static void Follow(TestContext context)
    {
        var compilation = ForeignCode.Compile(FlowConstructs.All, []);
        var errors = compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString()).ToArray();
        Assert.IsEmpty(errors, string.Join("\n", errors));
        found = ForeignCode.Findings(compilation, [new TaintAnalyzer()]).Where(one => Followed.Contains(one.Id)).ToLookup(one => ClassOf(one.Location));
        names = [.. ConstructsOf(FlowConstructs.All)];
    }

    [TestMethod]
    [DynamicData(nameof(Constructs))]
    public void Follows_what_flows_and_lets_be_what_was_stopped(string name) =>
        Assert.AreEqual(name.StartsWith("Flows", System.StringComparison.Ordinal), found!.Contains(name), string.Join("\n", found[name].Select(one => one.ToString())));

    [TestMethod]
    public void Finding_tells_the_way_from_the_argument_to_the_statement()
    {
        var finding = found!["FlowsThroughHelpers"].Single();
        StringAssert.Contains(finding.GetMessage(), "the argument 'name'");
        Assert.IsGreaterThanOrEqualTo(4, finding.AdditionalLocations.Count, "the parameter, two helpers, the statement");
        Assert.AreEqual(finding.AdditionalLocations.Count, finding.Properties["path"]!.Split('\n').Length);
    }

    [TestMethod]
    public void Same_code_has_the_same_findings_in_the_same_order()
    {
        var again = Enumerable.Range(0, 3).Select(_ => string.Join("\n", ForeignCode.Findings(ForeignCode.Compile(FlowConstructs.All, []), [new TaintAnalyzer()]).Select(one => one + "|" + one.Properties["path"]).Order(System.StringComparer.Ordinal))).Distinct();
        Assert.HasCount(1, again.ToArray());
    }

    [TestMethod]
    public void Every_construct_is_a_class_once() => Assert.HasCount(names.Count, names.Distinct().ToArray());

    private static IEnumerable<string> ConstructsOf(IEnumerable<(string Path, string Text)> files) =>
        files.SelectMany(file => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
            .Select(type => type.Identifier.Text).Where(name => name.StartsWith("Flows", System.StringComparison.Ordinal) || name.StartsWith("Stops", System.StringComparison.Ordinal));

    private static string ClassOf(Location location) =>
        location.SourceTree!.GetRoot().FindNode(location.SourceSpan).AncestorsAndSelf().OfType<ClassDeclarationSyntax>().First(type => type.Identifier.Text.StartsWith("Flows", System.StringComparison.Ordinal) || type.Identifier.Text.StartsWith("Stops", System.StringComparison.Ordinal)).Identifier.Text;
}
