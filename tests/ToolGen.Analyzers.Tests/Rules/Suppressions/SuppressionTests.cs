using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Suppressions;

namespace ToolGen.Analyzers.Tests.Rules.Suppressions;

[TestClass]
public sealed class SuppressionTests
{
    [TestMethod]
    [DataRow("#pragma warning disable TG3001\nclass A;")]
    [DataRow("#pragma warning disable TG3001 // safe\nclass A;")]
    [DataRow("#pragma warning disable CS0168, TG4011\nclass A;")]
    [DataRow("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"ToolGen\", \"TG3001\")] class A;")]
    [DataRow("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"ToolGen\", \"TG3001:SQL from input\", Justification = \"<Pending>\")] class A;")]
    [DataRow("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"ToolGen\", checkId: \"TG3001\", Justification = \"\", Scope = \"type\", Target = \"~T:A\")] class A;")]
    public async Task A_suppression_without_a_reason_is_found(string code) => Assert.HasCount(1, await Find(code));

    [TestMethod]
    [DataRow("#pragma warning disable TG3001 // the column comes from a closed set\nclass A;")]
    [DataRow("#pragma warning restore TG3001\nclass A;")]
    [DataRow("#pragma warning disable CS0168\nclass A;")]
    [DataRow("#pragma warning disable TG2060\nclass A;")]
    [DataRow("#pragma warning disable\nclass A;")]
    [DataRow("#if NOT\n#pragma warning disable TG3001\n#endif\nclass A;")]
    [DataRow("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"ToolGen\", \"TG3001\", Justification = \"Only administrators call it\")] class A;")]
    [DataRow("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Style\", \"IDE0001\")] class A;")]
    [DataRow("class SuppressMessage(string a, string b) : System.Attribute; [SuppressMessage(\"ToolGen\", \"TG3001\")] class A;")]
    public async Task What_gives_a_reason_or_hides_nothing_of_security_is_let_be(string code) => Assert.IsEmpty(await Find(code));

    [TestMethod]
    public async Task The_strict_profile_wants_suppressions_by_name() =>
        Assert.HasCount(1, await Find("#pragma warning disable\nclass A;", options: new() { ["toolgen.profile"] = "strict" }));

    [TestMethod]
    public async Task What_the_project_switches_off_needs_a_reason_once()
    {
        var off = new Dictionary<string, ReportDiagnostic> { ["TG3001"] = ReportDiagnostic.Suppress };
        var found = await Find("class A;\n", off, [], "class B;");
        Assert.AreEqual(Location.None, found.Single().Location);
        Assert.IsEmpty(await Find("class A;", off, new() { ["toolgen.reason.TG3001"] = "there is no database here" }));
    }

    private static async Task<ImmutableArray<Diagnostic>> Find(
        string code, Dictionary<string, ReportDiagnostic>? specific = null, Dictionary<string, string>? options = null, params string[] more)
    {
        var trees = more.Prepend(code).Select((text, index) => CSharpSyntaxTree.ParseText(text, path: $"F{index}.cs"));
        var compilation = CSharpCompilation.Create(
            "App", trees, Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSpecificDiagnosticOptions(specific ?? []));
        Assert.IsEmpty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers([new SuppressionAnalyzer()], new AnalyzerOptions([], new Options(options ?? []))).GetAnalyzerDiagnosticsAsync();
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => this.GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => this.GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
