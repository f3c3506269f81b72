using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Pipeline;

/// <summary>Generated code compiles without a warning and means the same, whatever stands around it.</summary>
[TestClass]
public sealed class ConsumerTests
{
    private static readonly (string Path, string Text)[] Tools =
    [
        ("/src/tools/sample.tool.json", Specs.Code(
            """ "items": { "type": "array", "items": { "type": "object", "properties": { "price": { "type": "number" }, "count": { "type": "integer", "default": 1 } }, "required": ["price"] } }, "kind": { "type": "string", "enum": ["a", "b"], "default": "a" }, "note": { "type": ["string", "null"] } """,
            """ "total": { "type": "number" }, "text": { "type": "string" }, "kind": { "type": "string" } """,
            "var total = Math.Round(input.Items.Sum(i => i.Price * i.Count), 2, MidpointRounding.AwayFromZero); return new Output(total, $\"{total:N2} {1234.5}\", input.Kind == Kind.A ? \"first\" : input.Note.Value ?? \"\");",
            "\"items\"", "\"total\", \"text\", \"kind\"")),
        Specs.File("other"),
    ];

    [TestMethod]
    [DataRow("")]
    [DataRow("public static class Math { public static double Round(double v, int d, System.MidpointRounding m) => -1; public static int Max(int a, int b) => -1; }")]
    [DataRow("global using Math = Evil; public static class Evil { public static double Round(double v, int d, System.MidpointRounding m) => -1; }")]
    [DataRow("namespace App { public static class System { } public static class ToolGen { } public static class Math { } public class List<T> { } public class String { } }")]
    [DataRow("namespace App.System { class X; } namespace App.ToolGen { class Tool; } namespace App.Tools.Inner { class Input; }")]
    [DataRow("namespace App.Tools { class Input; class Output; class Tool; class Wire; }")]
    [DataRow("global using System; global using System.Linq; global using System.Collections.Generic; global using System.Threading.Tasks; global using System.IO; global using System.Net.Http; global using System.Threading;")]
    public async Task Tool_answers_the_same_beside(string source)
    {
        var project = Project.Of(Tools, null, source);
        var compilation = (CSharpCompilation)project.Output;
        foreach (var overflow in new[] { false, true })
        {
            foreach (var nullable in new[] { NullableContextOptions.Enable, NullableContextOptions.Disable })
            {
                var options = compilation.Options.WithOverflowChecks(overflow).WithNullableContextOptions(nullable).WithWarningLevel(9999).WithOptimizationLevel(overflow ? OptimizationLevel.Release : OptimizationLevel.Debug);
                var answer = await Load(compilation.WithOptions(options)).Answer("""{"items":[{"price":1.005,"count":100},{"price":1134}]}""");
                Assert.AreEqual("""{"total":1234.5,"text":"1,234.50 1234.5","kind":"first"}""", answer);
            }
        }
    }

    [TestMethod]
    public void Root_namespace_that_is_no_identifier_is_mended()
    {
        var project = Project.Of(Tools, new Dictionary<string, string> { ["build_property.RootNamespace"] = "My.Cool-Server.2.class" });
        Assert.IsNotNull(project.Output.GetTypeByMetadataName("My.Cool_Server._2.class.Tools.Sample"));
        Assert.IsFalse(project.Output.GetDiagnostics().Any(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [TestMethod]
    public void Catalog_lists_the_tools_in_order()
    {
        var assembly = LoadAssembly((CSharpCompilation)Project.Of(Tools).Output);
        var catalog = (ToolCatalog)assembly.GetType("App.Tools.Catalog")!.GetProperty("Tools")!.GetValue(null)!;
        CollectionAssert.AreEqual(new[] { "other", "sample" }, catalog.Tools.Select(tool => tool.Descriptor.Name).ToArray());
        var metadata = assembly.GetCustomAttributes<ToolMetadataAttribute>().ToArray();
        CollectionAssert.AreEqual(new[] { "other", "sample" }, metadata.Select(one => one.Name).ToArray());
        Assert.AreEqual(metadata[1].McpTool, System.Text.Encoding.UTF8.GetString(catalog.Find("SAMPLE")!.Descriptor.McpTool.Span));
    }

    [TestMethod]
    public async Task Catalog_of_many_tools_reads_them_from_their_buckets()
    {
        var tools = Enumerable.Range(0, 257).Select(i => Specs.File($"tool_{i}", $"return new Output({i});")).ToArray();
        var assembly = LoadAssembly((CSharpCompilation)Project.Of(tools).Output);
        var catalog = (ToolCatalog)assembly.GetType("App.Tools.Catalog")!.GetProperty("Tools")!.GetValue(null)!;
        CollectionAssert.AreEqual(tools.Select(tool => Path.GetFileName(tool.Path).Split('.')[0]).Order(System.StringComparer.Ordinal).ToArray(), catalog.Descriptors.Select(one => one.Name).ToArray());
        var last = (Tool)assembly.GetType("App.Tools.Tool256")!.GetProperty("Instance")!.GetValue(null)!;
        Assert.AreSame(last, catalog.Find("tool_256"));
        Assert.AreEqual("""{"v":256}""", await last.Answer("{}"));
        Assert.AreSame(last.Descriptor, catalog.Descriptors.Single(one => one.Name == "tool_256"));
    }

    [TestMethod]
    public void Second_tool_of_a_name_is_reported_and_left_out()
    {
        var project = Project.Of([("/src/a/get_user.tool.json", Specs.File("get_user").Text), ("/src/b/get-user.tool.json", Specs.File("get-user").Text), Specs.File("other")]);
        Assert.AreEqual("TG2054", project.Diagnostics.Single().Id);
        Assert.AreEqual("/src/b/get-user.tool.json", project.Diagnostics.Single().Location.GetLineSpan().Path);
        Assert.IsFalse(project.Output.GetDiagnostics().Any(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("[]")]
    [DataRow("\0\u0001")]
    [DataRow("{ \"name\": \"broken\" }")]
    [DataRow("{ \"name\": 5, \"inputSchema\": 3, \"implementation\": [] }")]
    public void Broken_spec_leaves_the_others_compiling(string text)
    {
        var project = Project.Of([.. Tools, ("/src/tools/broken.tool.json", text)]);
        Assert.IsTrue(project.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
        Assert.IsTrue(project.Diagnostics.All(d => d.Location.GetLineSpan().Path == "/src/tools/broken.tool.json"));
        Assert.IsFalse(project.Output.GetDiagnostics().Any(d => d.Severity >= DiagnosticSeverity.Warning));
        Assert.IsNotNull(project.Output.GetTypeByMetadataName("App.Tools.Broken"), "references to it compile");
    }

    [TestMethod]
    public void Kind_that_nobody_has_is_reported_at_its_place()
    {
        var text = Specs.File("later").Text.Replace("\"kind\": \"code\"", "\"kind\": \"graphql\", \"url\": \"https://a.example/x\"", System.StringComparison.Ordinal);
        var project = Project.Of([("/src/tools/later.tool.json", System.Text.RegularExpressions.Regex.Replace(text, ", \"body\": \\[[^\\]]*\\]", ""))]);
        Assert.AreEqual("TG2330", project.Diagnostics.Single(d => d.Severity == DiagnosticSeverity.Error).Id);
    }

    private static Tool Load(CSharpCompilation compilation) => (Tool)LoadAssembly(compilation).GetType("App.Tools.Sample")!.GetProperty("Instance")!.GetValue(null)!;

    private static Assembly LoadAssembly(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var said = result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToArray();
        Assert.IsEmpty(said, string.Join("\n", said.Take(5).Select(d => d.ToString())));
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
    }
}
