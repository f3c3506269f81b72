using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Emit;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>The same spec answers the same in every project, culture and time zone.</summary>
[TestClass]
public sealed class MeaningTests
{
    private static readonly string Spec = Specs.Code(
        """ "a": { "type": "integer", "minimum": 0, "maximum": 2147483647 }, "x": { "type": "number" }, "s": { "type": "string" }, "d": { "type": "string", "format": "date" } """,
        """ "text": { "type": "string" } """,
        """
        string Sum() { try { return (input.A + 1).ToString(); } catch (OverflowException) { return "overflow"; } }
        return new Output($"{Math.Round(input.X, 1)} {input.X:N2} {input.S.ToUpper()} {input.S.ToLower()} {Sum()} {input.D:D} {input.D} {string.Compare("i", "I", StringComparison.CurrentCultureIgnoreCase)} {Convert.ToInt32(input.X)} {double.Parse("1.5")} {TimeZoneInfo.Utc.Id} {Enumerable.Range(0, 3).Sum()} {new List<int> { 1 }.Count}");
        """.Replace("\n", " "),
        "\"a\", \"x\", \"s\", \"d\"",
        "\"text\"");

    private const string Arguments = """{ "a": 2147483647, "x": 1234.25, "s": "Iıiİ", "d": "2024-02-29" }""";

    private const string Hostile = """
        global using Math = Evil.Math;
        global using Convert = Evil.Math;
        global using System.Collections;
        class Math { public static int Round(double x, int n) => -1; }
        class String { } class List<T> { } class Enumerable { } class Console { } class Output { } class Input { } class Tool { }
        class OverflowException : System.Exception { }
        namespace Evil { class Math { public static int Round(double x, int n) => -2; public static int ToInt32(double x) => -3; } }
        namespace Tools.System { class Math { public static int Round(double x, int n) => -4; } class Exception { } }
        namespace Tools.ToolGen { class Tool<A, B> { } class ToolContext { } }
        """;

    [TestMethod]
    [DataRow("global and namespace types of the same names", Hostile, false)]
    [DataRow("overflow checks on in the project", "", true)]
    [DataRow("both", Hostile, true)]
    public async Task Project_does_not_change_an_answer(string name, string source, bool checkOverflow) =>
        Assert.AreEqual(await Answer(Load("", false)), await Answer(Load(source, checkOverflow)), name);

    [TestMethod]
    public void Type_that_hides_an_alias_in_the_tools_own_namespace_is_an_error_and_not_another_answer()
    {
        var generated = ToolSource.Generate(TestSpec.Read(Spec), new GenerationOptions());

        var errors = CompiledTool.Compile(generated, "namespace Tools { class Math { public static int Round(double x, int n) => -5; } }").GetDiagnostics();

        Assert.IsTrue(errors.Any(d => d.Id == "CS0576"), string.Join("\n", errors));
    }

    [TestMethod]
    public async Task Arithmetic_overflow_is_seen() => StringAssert.Contains(await Answer(Load("", false)), " overflow ");

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("de-DE")]
    [DataRow("ar-SA")]
    [DataRow("fa-IR")]
    [DataRow("th-TH")]
    public async Task Culture_does_not_change_an_answer(string culture)
    {
        var expected = await Answer(Load("", false));
        var before = CultureInfo.CurrentCulture;
        var beforeUi = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            Assert.AreEqual(expected, await Answer(Load("", false)));
            Assert.AreEqual(culture, CultureInfo.CurrentCulture.Name, "the tool left its culture behind");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }

    [TestMethod]
    public void Culture_does_not_change_the_source()
    {
        var expected = BaseSpecs.All.Select(Source).ToArray();
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "tr-TR", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
                CollectionAssert.AreEqual(expected, BaseSpecs.All.Select(Source).ToArray(), culture);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [TestMethod]
    [DoNotParallelize]
    public async Task Same_in_the_time_zones_of_the_machine()
    {
        var spec = Specs.Code(
            """ "t": { "type": "string", "format": "date-time" } """,
            """ "t": { "type": "string", "format": "date-time" }, "text": { "type": "string" } """,
            "return new Output(DateTimeOffset.Parse(\"2024-03-31T02:30:00\" + \"Z\"), $\"{input.T} {input.T:o} {DateTimeOffset.Parse(\"2024-07-01 12:00\", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).Offset}\");",
            "\"t\"",
            "\"t\", \"text\"");
        var tool = LoadSpec(spec, "", false);
        var answers = new List<string>();
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            foreach (var zone in new[] { "UTC", "America/New_York", "Asia/Kolkata", "Pacific/Chatham" })
            {
                Environment.SetEnvironmentVariable("TZ", zone);
                TimeZoneInfo.ClearCachedData();
                answers.Add(await tool.Answer("""{ "t": "2024-01-01T00:00:00+05:00" }"""));
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }

        Assert.HasCount(1, answers.Distinct().ToArray(), string.Join("\n", answers));
    }

    private static string Source((string Path, string Text) spec) => string.Join("\n", GeneratorRun.Of(spec).GeneratedTrees.Select(tree => tree.ToString()));

    private static async Task<string> Answer(Tool tool) => await tool.Answer(Arguments);

    private static Tool Load(string project, bool checkOverflow) => LoadSpec(Spec, project, checkOverflow);

    private static Tool LoadSpec(string spec, string project, bool checkOverflow)
    {
        var generated = ToolSource.Generate(TestSpec.Read(spec), new GenerationOptions());
        Assert.IsFalse(generated.IsFallback, string.Join("\n", generated.Findings));
        var compilation = CompiledTool.Compile(generated, project);
        compilation = compilation.WithOptions(compilation.Options.WithOverflowChecks(checkOverflow));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.IsTrue(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
        return (Tool)assembly.GetType("Tools." + generated.ClassName, throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;
    }
}
