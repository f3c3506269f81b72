using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Testing.Tests.Replay;

[TestClass]
public sealed class ReplayToolsTests
{
    [TestMethod]
    public async Task A_recorded_tool_answers_in_order_and_is_not_run() => Assert.AreEqual("Passed", await Samples.SayAsync(
        Calling("""{"n":1}""", """{"n":2}"""),
        """
        [{ "input": {}, "output": [{ "a": 1 }, { "a": 2 }], "given": { "tools": [{ "tool": "child", "output": { "a": 1 } }, { "tool": "child@^1", "input": { "n": 2.0 }, "output": { "a": 2 } }] },
           "expect": { "tools": [{ "tool": "child", "input": { "n": 2 } }, { "tool": "child", "input": { "n": 1 } }] } }]
        """,
        _ => new HandMadeTool((_, _) => throw new InvalidOperationException("it is run")) { Name = "child" }));

    [TestMethod]
    public async Task A_recorded_error_reaches_the_caller_and_stays() => Assert.AreEqual("Passed", await Samples.SayAsync(
        Calling("""{"n":1}""", """{"n":1}""", """{"n":1}"""),
        """
        [{ "input": {}, "output": ["upstream /x", "upstream /x", "upstream /x"], "given": { "tools": [{ "tool": "child", "error": "upstream /x" }] },
           "expect": { "tools": [{ "tool": "child", "input": { "n": 1 } }] } }]
        """));

    [TestMethod]
    public async Task A_call_that_is_refused_is_none() => Assert.AreEqual("Passed", await Samples.SayAsync(
        new HandMadeTool((_, context) => context.Tools.CallAsync("child", "{}"u8.ToArray()).AsTask().GetAwaiter().GetResult()),
        """[{ "input": {}, "error": "denied", "expect": { "tools": [] } }]"""));

    [TestMethod]
    public async Task The_nearest_recording_is_named()
    {
        var tool = Calling("""{"n":1,"list":[1,2]}""");
        Assert.AreEqual(
            "Failed: no recorded answer fits child {\"n\":1,\"list\":[1,2]}: the nearest is given.tools[1], which differs in input /list/1: expected 3, got 2",
            await Samples.SayAsync(tool, """
            [{ "input": {}, "output": [], "given": { "tools": [
              { "tool": "child", "input": { "n": 5, "list": [] }, "output": 1 }, { "tool": "child", "input": { "n": 1, "list": [1, 3] }, "output": 1 }, { "tool": "other", "output": 1 }] } }]
            """));
        Assert.AreEqual(
            "Failed: no recorded answer fits child {\"n\":1,\"list\":[1,2]}: the nearest is given.tools[0], which differs in step: expected first, got none",
            await Samples.SayAsync(tool, """[{ "input": {}, "output": [], "given": { "tools": [{ "tool": "child", "step": "first", "output": 1 }] } }]"""));
        Assert.AreEqual(
            "Failed: no recorded answer fits child {\"n\":1}: each of the 1 recorded answers of child was given before",
            await Samples.SayAsync(Calling("""{"n":1}""", """{"n":1}"""), """[{ "input": {}, "output": [], "given": { "tools": [{ "tool": "child", "output": 1 }] } }]"""));
    }

    [TestMethod]
    public async Task A_tool_without_recording_really_runs_in_the_same_world()
    {
        var child = new HandMadeTool(
            (arguments, context) => HandMadeTool.Output($"[{arguments},{context.Now.Year},{context.Http.SendAsync(new("GET", "https://api.example/")).AsTask().Result.Text()}]"),
            "clock", "http GET https://api.example/")
        { Name = "child" };
        var sample = """
            [{ "input": {}, "output": [[{ "n": 1 }, 2031, 7]], "given": { "now": "2031-01-01T00:00:00Z", "http": [{ "response": 7 }] },
               "expect": { "tools": [{ "tool": "child", "input": { "n": 1 } }], "requests": [{ "method": "GET", "url": "https://api.example/" }] } }]
            """;
        Assert.AreEqual("Passed", await Samples.SayAsync(Calling("""{"n":1}"""), sample, reference => reference == "child" ? child : null));
    }

    [TestMethod]
    public async Task A_tool_that_is_not_here_is_unrecorded() => Assert.AreEqual(
        "Unrecorded: no recording: child {\"n\":1}, a tool that is not among these specs; add its answer to given.tools",
        await Samples.SayAsync(Calling("""{"n":1}"""), """[{ "input": {}, "output": [] }]"""));

    [TestMethod]
    public async Task What_no_capability_names_is_not_called() => Assert.AreEqual(
        "Failed: the tool used tool child, which its capabilities do not list",
        await Samples.SayAsync(new HandMadeTool(Call("""{"n":1}"""), "tool other"), """[{ "input": {}, "output": [], "given": { "tools": [{ "tool": "child", "output": 1 }] } }]"""));

    [TestMethod]
    public async Task Expected_calls_are_all_calls_in_any_order()
    {
        var tool = Calling("""{"n":1}""", """{"n":2}""");
        string Tests(string tools) => $$"""[{ "input": {}, "output": [0, 0], "given": { "tools": [{ "tool": "child", "output": 0 }, { "tool": "child", "output": 0 }] }, "expect": { "tools": {{tools}} } }]""";
        Assert.AreEqual(
            "Failed: child was called with another input: /n: expected 3, got 1; a call came that is not expected: child {\"n\":2}",
            await Samples.SayAsync(tool, Tests("""[{ "tool": "child", "input": { "n": 3 } }]""")));
        Assert.AreEqual(
            "Failed: other was not called with {\"n\":2}; called were child {\"n\":1}, child {\"n\":2}; a call came that is not expected: child {\"n\":1}",
            await Samples.SayAsync(tool, Tests("""[{ "tool": "other", "input": { "n": 2 } }, { "tool": "child", "input": { "n": 2 } }]""")));
    }

    [TestMethod]
    public async Task The_limit_of_calls_holds() => Assert.AreEqual("Passed", await Samples.SayAsync(
        Calling(Enumerable.Repeat("""{"n":1}""", 51).ToArray()),
        """[{ "input": {}, "error": "limit", "given": { "tools": [{ "tool": "child", "error": "upstream" }] } }]"""));

    private static HandMadeTool Calling(params string[] arguments) => new(Call(arguments), "tool child");

    private static Func<string, ToolContext, ToolResult> Call(params string[] arguments) => (_, context) =>
    {
        var answers = arguments.Select(one => context.Tools.CallAsync("child", Encoding.UTF8.GetBytes(one)).AsTask().GetAwaiter().GetResult()).ToArray();
        return HandMadeTool.Output($"[{string.Join(',', answers.Select(answer => answer.IsError ? $"\"{answer.Errors[0].Code} {answer.Errors[0].Pointer}\"" : Encoding.UTF8.GetString(answer.Output.Span)))}]");
    };
}
