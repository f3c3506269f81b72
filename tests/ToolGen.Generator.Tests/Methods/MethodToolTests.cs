using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Pipeline;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Effects;
using ToolGen.Specification.Grants;

namespace ToolGen.Generator.Tests.Methods;

[TestClass]
public sealed class MethodToolTests
{
    [TestMethod]
    public void Names_are_the_methods_in_snake_case()
    {
        var tools = MethodProject.Load("""
            /// <summary>Does it.</summary>
            [Tool] public static int GetWeatherAsync() => 1;
            /// <summary>Does it.</summary>
            [Tool] public static int ReadHTMLPage2() => 1;
            /// <summary>Does it.</summary>
            [Tool(Name = "other-name", Title = "Other", Version = "2.1.0")] public static int Third() => 1;
            """);
        CollectionAssert.AreEqual(new[] { "get_weather", "other-name", "read_html_page2" }, tools.Tools.Select(tool => tool.Descriptor.Name).ToArray());
        Assert.AreEqual("method Other 2.1.0", $"{tools.Tools[1].Descriptor.Kind} {tools.Tools[1].Descriptor.Title} {tools.Tools[1].Descriptor.Version}");
    }

    [TestMethod]
    public void Texts_come_from_the_comments_though_the_project_writes_no_documentation_file()
    {
        var tool = MethodProject.Load("""
            /// <summary>
            /// Finds people &amp; more, see <see cref="Person"/>.
            /// <para>Not for animals.</para>
            /// </summary>
            /// <param name="who">The <c>person</c>.</param>
            [Tool] public static int Find(Person who, [Description("How many.")] int top = 3) => top;
            """, """
            /// <summary>A person.</summary>
            /// <param name="Name">Of birth.</param>
            public record Person(string Name) { /// <summary>In years.</summary>
              public int? Age { get; init; } }
            """).Tools.Single();
        Assert.AreEqual("Finds people & more, see Person. Not for animals.", tool.Descriptor.Description);
        StringAssert.Contains(tool.Input(), "\"top\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647,\"description\":\"How many.\",\"default\":3}");
        StringAssert.Contains(tool.Input(), "The person.");
        StringAssert.Contains(tool.Input(), "Of birth.");
        StringAssert.Contains(tool.Input(), "In years.");
    }

    [TestMethod]
    public async Task Instances_and_services_come_from_the_host()
    {
        var tools = MethodProject.Load("", """
            public interface IStock { int Count(string item); } public sealed class Warehouse : IStock { public int Count(string item) => 7; }
            public sealed class Shop(IStock stock) {
                /// <summary>Counts.</summary>
                [Tool] public int CountItems(string item) => stock.Count(item);
                /// <summary>Counts.</summary>
                [Tool] public static int CountTwice(string item, [FromServices] IStock own, [FromServices] IFormatProvider? none = null) => none is null ? own.Count(item) * 2 : -1;
                /// <summary>Asks.</summary>
                [Tool] public static bool HasServices(IServiceProvider services) => services.GetService(typeof(Shop)) is not null;
            }
            public sealed class Free { /// <summary>Adds.</summary>
                [Tool] public int Add(int a, int b) => a + b; }
            """);
        Assert.AreEqual("""{"type":"object","properties":{"item":{"type":"string"}},"required":["item"],"additionalProperties":false}""", tools.Find("count_twice")!.Input());
        Assert.AreEqual("""{"result":3}""", await tools.Find("add")!.Answer("""{"a":1,"b":2}"""));
        var unserved = await tools.Find("count_items")!.CallAsync("""{"item":"a"}"""u8.ToArray(), new SystemToolContext());
        Assert.AreEqual("unavailable", unserved.Errors[0].Code);
        StringAssert.Contains(unserved.Errors[0].Message, "App.Shop");
        Assert.AreEqual("""{"result":14}""", await tools.Find("count_twice")!.Answer("""{"item":"a"}""", new SystemToolContext(services: new Stock(tools.Tools[0].GetType().Assembly))));
    }

    [TestMethod]
    public void Hints_capabilities_and_time_are_what_the_attribute_says()
    {
        var tool = MethodProject.Load("""
            /// <summary>Does it.</summary>
            [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock", "http GET https://api.example/v1/*"], TimeoutSeconds = 5)] public static int Go() => 1;
            """).Tools.Single();
        Assert.AreEqual(new ToolAnnotations(true, true, false, false), tool.Descriptor.Annotations);
        CollectionAssert.AreEqual(new[] { "clock", "http GET https://api.example/v1/*" }, tool.Descriptor.Capabilities.ToArray());
        Assert.AreEqual(TimeSpan.FromSeconds(5), tool.Limits.Timeout);
    }

    [TestMethod]
    [DataRow("[Tool] private static int A() => 1;", "TG2310", "A")]
    [DataRow("[Tool] public static T A<T>(T v) => v;", "TG2310", "A")]
    [DataRow("[Tool] public static async void A() => await Task.Yield();", "TG2310", "A")]
    [DataRow("public static int B() { [Tool] static int A() => 1; return A(); }", "TG2310", "A")]
    [DataRow("public static int B { [Tool] get => 1; }", "TG2310", "get")]
    [DataRow("[Tool] public static ref int A(int[] v) => ref v[0];", "TG2310", "A")]
    [DataRow("[Tool] public static ReadOnlySpan<int> A(int[] v) => v;", "TG2310", "A")]
    [DataRow("public class G<T> { [Tool] public static int A() => 1; }", "TG2310", "A")]
    [DataRow("public abstract class G { [Tool] public abstract int A(); }", "TG2310", "A")]
    [DataRow("public struct G { [Tool] public int A() => 1; }", "TG2310", "A")]
    [DataRow("public interface I { int A(); } public class G : I { [Tool] int I.A() => 1; }", "TG2310", "A")]
    [DataRow("[Tool] public static int A(out int v) => v = 1;", "TG2311", "v")]
    [DataRow("[Tool] public static unsafe int A(int* v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(dynamic v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(C v) => 1; [JsonConverter(typeof(int))] public class C { }", "TG2311", "v")]
    [DataRow("[Tool] public static int A(C v) => 1; public class C { [JsonExtensionData] public Dictionary<string, object>? M { get; set; } }", "TG2311", "v")]
    [DataRow("[Tool] public static int A(C v) => 1; [JsonDerivedType(typeof(D))] public class C { } public class D : C { }", "TG2311", "v")]
    [DataRow("[Tool] public static int A(C v) => 1; public class C { public required int N; }", "TG2311", "v")]
    [DataRow("[Tool] public static int A(C v) => 1; public class C { public C(int n) => this.N = n; public required int N { get; init; } }", "TG2311", "v")]
    [DataRow("[Tool] public static Task<System.IO.Stream> A() => null!;", "TG2312", "A")]
    [DataRow("[Tool] public static int A(int v) => v; [Tool] public static int A(string v) => 1;", "TG2054", "A")]
    [DataRow("[Tool] public static int A(System.IO.Stream v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(Action v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(IDisposable v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(ref int v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(ReadOnlySpan<char> v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(int[,] v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(Dictionary<int, int> v) => 1;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(Shape v) => 1; public abstract class Shape;", "TG2311", "v")]
    [DataRow("[Tool] public static int A(Two v) => 1; public class Two { public Two(int a) { } public Two(string a) { } }", "TG2311", "v")]
    [DataRow("[Tool] internal static int A(Hidden v) => 1; private class Hidden { }", "TG2311", "v")]
    [DataRow("[Tool] public static System.IO.Stream A() => null!;", "TG2312", "A")]
    [DataRow("[Tool] public static Type A() => null!;", "TG2312", "A")]
    [DataRow("[Tool] public static int A() => 1;", "TG2313", "A")]
    [DataRow("[Tool(Name = \"a b\")] public static int A() => 1;", "TG2314", "A")]
    [DataRow("[Tool(Version = \"one\")] public static int A() => 1;", "TG2314", "A")]
    [DataRow("[Tool] public static int A([RegularExpression(\"(\")] string v) => 1;", "TG2314", "A")]
    [DataRow("[Tool] public static int A([CreditCard] string v) => 1;", "TG2315", "A")]
    [DataRow("[Tool] public static int A(C v) => 1; public class C { [Even] public int N { get; set; } } public class EvenAttribute : ValidationAttribute { }", "TG2315", "A")]
    [DataRow("[Tool, ToolExample(\"{}\")] public static int A() => 1;", "TG2316", "ToolExample(\"{}\")")]
    [DataRow("[Tool, ToolExample(\"{\", \"{}\")] public static int A() => 1;", "TG2316", "ToolExample(\"{\", \"{}\")")]
    [DataRow("[Tool, ToolExample(\"{}\", \"{},{}\")] public static int A() => 1;", "TG2316", "ToolExample(\"{}\", \"{},{}\")")]
    [DataRow("[Tool, ToolExample(\"{}\", \"{}\", Given = \"x\")] public static void A() { }", "TG2316", "ToolExample(\"{}\", \"{}\", Given = \"x\")")]
    [DataRow("[Tool, ToolExample(\"{}\", \"{\\\"result\\\": \\\"one\\\"}\")] public static int A() => 1;", "TG2314", "A")]
    [DataRow("[Tool] public static int A() => 1; [Tool(Name = \"a\")] public static int B() => 1;", "TG2054", "B")]
    public void What_cannot_be_a_tool_is_a_finding_at_its_place(string members, string id, string at)
    {
        var project = MethodProject.Of(members);
        var found = project.Diagnostics.Where(diagnostic => diagnostic.Id == id).ToArray();
        Assert.HasCount(1, found, string.Join("\n", project.Diagnostics));
        var text = project.Input.SyntaxTrees.Single().GetText().ToString(found[0].Location.SourceSpan);
        Assert.AreEqual(at, text);
        Assert.IsFalse(project.Diagnostics.Any(diagnostic => diagnostic.Id == "TG9001"));
    }

    [TestMethod]
    public async Task A_composite_calls_methods_like_any_tool()
    {
        const string spec = """
            {"name": "twice_plus", "description": "Doubles a number and adds one.", "inputSchema": {"type": "object", "properties": {"v": {"type": "integer", "minimum": 0, "maximum": 9}}, "required": ["v"]},
            "outputSchema": {"type": "object", "properties": {"sum": {"type": "integer"}}, "required": ["sum"]},
            "implementation": {"kind": "compose", "steps": {"one": {"tool": "twice", "input": {"v": "{v}"}}, "two": {"tool": "next@^1", "input": {"v": "{one.result}"}}}, "result": {"sum": "two.Result"}},
            "examples": [{"input": {"v": 2}, "output": {"sum": 5}}]}
            """;
        const string methods = """
            /// <summary>Doubles.</summary>
            [Tool(ReadOnly = true, OpenWorld = false)] public static int Twice(int v) => v * 2;
            /// <summary>Adds one.</summary>
            [Tool(ReadOnly = true, OpenWorld = false)] public static Task<int> NextAsync(int v) => Task.FromResult(v + 1);
            """;
        var tools = MethodProject.Load(Project.Of([("/src/twice_plus.tool.json", spec)], null, MethodProject.Text(methods)));
        var twicePlus = tools.Find("twice_plus")!;
        await using var effects = new ToolEffects(new Grants(), new ToolEffectsOptions { FindTool = ToolEffectsOptions.ToolsOf(tools) });
        Assert.AreEqual("""{"sum":5}""", await twicePlus.Answer("""{"v":2}""", effects.For(twicePlus)));
        var mistyped = Project.Of([("/src/twice_plus.tool.json", spec)], null, MethodProject.Text(methods.Replace("int Twice(int v) => v * 2", "string Twice(int v) => \"\"", StringComparison.Ordinal)));
        Assert.IsNotEmpty(mistyped.Diagnostics.Concat(mistyped.Output.GetDiagnostics()).Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && diagnostic.Location.GetMappedLineSpan().Path.EndsWith("twice_plus.tool.json", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_moved_method_is_read_again_and_generates_nothing()
    {
        const string method = "/// <summary>Does it.</summary>\n[Tool] public static int A(int v) => v;";
        var before = MethodProject.Of(method);
        var after = before.EditSource("namespace App { public static class More { } }");
        Assert.IsFalse(after.OutputReasons().Contains("New") || after.OutputReasons().Contains("Modified"), after.OutputReasons());
        var moved = before.ReplaceSource(MethodProject.Text("\n\n\n" + method));
        Assert.AreEqual("Cached 1", moved.Reasons(Steps.MethodTool));
        Assert.AreEqual("Modified 1", moved.Reasons(Steps.Method));
        Assert.IsFalse(moved.OutputReasons().Contains("New") || moved.OutputReasons().Contains("Modified"), moved.OutputReasons());
    }

    [TestMethod]
    public void The_page_counts_the_shapes_and_its_programs_compile()
    {
        var page = MethodPage.Text;
        StringAssert.Contains(page, $"over {MethodShapes.All.Count} shapes");
        var blocks = page.Split("```csharp\n")[1..].Select(block => block.Split("```")[0]);
        CollectionAssert.AreEqual(new[] { "get_forecast", "with_tax" }, blocks.Select(code => MethodProject.Load(Project.Of([], null, code)).Tools.Single().Descriptor.Name).ToArray());
    }

    /// <summary>Gives what the assembly has for an interface.</summary>
    private sealed class Stock(Assembly assembly) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            assembly.GetTypes().FirstOrDefault(type => type.IsClass && serviceType.IsAssignableFrom(type)) is { } found ? Activator.CreateInstance(found) : null;
    }
}
