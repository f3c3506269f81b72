using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Compose;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Generator.Tests.Kinds.Files;
using ToolGen.Generator.Tests.Kinds.Http;
using ToolGen.Generator.Tests.Kinds.Sql;
using ToolGen.Generator.Tests.Transform;

namespace ToolGen.Generator.Tests.Places;

/// <summary>An exception in the C# of a spec names its line there, in every kind. Each spec divides by zero once, at <c>1 / </c>.</summary>
[TestClass]
public sealed class StackTraceTests
{
    [TestMethod]
    public async Task Transform()
    {
        var text = TransformSpec.Text("""
            "parse": "lines",
            "let": { "zero": "input.Max - 3" },
            "steps": [{ "set": { "x":
                "1 / zero" } }]
            """);
        AssertPlace(text, await Message(CompiledTool.Load(text), """{"text": "a"}"""));
    }

    [TestMethod]
    public async Task Code()
    {
        var text = Specs.Code("\"n\": {\"type\": \"integer\"}", "\"v\": {\"type\": \"integer\"}", "one").Replace("[ \"one\" ]", """
            [
            "var n = input.N ?? 0;",
            "return new Output(1 / n);" ]
            """, StringComparison.Ordinal);
        AssertPlace(text, await Message(CompiledTool.Load(text), "{}"));
    }

    [TestMethod]
    public async Task Http()
    {
        const string Implementation = """
            "url": "https://api.example/v1/{next}",
            "response": { "size": "integer" },
            "let": { "next":
                "1 / (input.N ?? 0)" }, "result": { "ok": "response.Size > next" }
            """;
        AssertPlace(HttpSpec.Text(Implementation), await HttpSpec.Load(Implementation).Message("""{"n": 0}""", new StubHttp()));
    }

    [TestMethod]
    public async Task File()
    {
        using var folders = new FileSpec().Given("data/a.csv", "k,n\na,0\n");
        const string Implementation = """
            "read": "data/*.csv", "parse": "csv",
            "record": { "k": "string", "n": "integer" },
            "steps": [{ "where":
                "1 / row.N > 0" }], "write": "out/{name}.csv"
            """;
        AssertPlace(FileSpec.Text(Implementation), await folders.Call(Implementation));
    }

    [TestMethod]
    public async Task Sql()
    {
        const string Implementation = """
            "sql": "SELECT name FROM things LIMIT {most}",
            "let": { "most":
                "1 / (input.Limit - 10)" }
            """;
        AssertPlace(SqlSpec.Text(Implementation), await SqlSpec.Answer(Implementation, "{}", given: "CREATE TABLE things (name TEXT)"));
    }

    [TestMethod]
    public async Task Compose()
    {
        var text = Composite.Text("\"n\": {\"type\": \"integer\"}", "\"v?\": {\"type\": \"integer\"}", """
            "steps": { "one": { "tool": "child", "input": { "n": "{n}" } } },
            "result": {
              "v": "1 / one.N" }
            """);
        AssertPlace(text, await Composite.Load(text, KindPlaces.Child).Answer("""{"n": 1}""", StubTool.Of("child", """{"n": 0}""")));
    }

    private static void AssertPlace(string spec, string message)
    {
        var line = spec[..spec.IndexOf("1 / ", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        StringAssert.EndsWith(message, $"the tool failed with DivideByZeroException at sample.tool.json:{line}", StringComparison.Ordinal);
    }

    private static async Task<string> Message(Tool tool, string arguments) =>
        (await tool.CallAsync(System.Text.Encoding.UTF8.GetBytes(arguments), new SystemToolContext())).Errors[0].Message;
}
