using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>How composites run: side by side, conditionally, again, for each element; and how they fail.</summary>
[TestClass]
public sealed class ComposeRunTests
{
    private static readonly string[] Children =
    [
        Composite.Child("left", "", """ "v": {"type": "integer"} """),
        Composite.Child("right", "", """ "v": {"type": "integer"} """),
        Composite.Child("take", """ "n": {"type": "integer"}, "text?": {"type": "string"} """, """ "v": {"type": "integer"}, "text?": {"type": "string"} """),
        Composite.Child("keep", """ "items": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}} """, ""),
        Composite.Child("find", "", """ "items": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}, "required": ["id", "name"]}} """),
    ];

    private const string Out = """ "v": {"type": ["integer", "null"]}, "why?": {"type": ["string", "null"]}, "all?": {"type": "array", "items": {"type": ["integer", "null"]}} """;

    private static Tool Load(string implementation, string input = """ "n?": {"type": "integer", "default": 7}, "list?": {"type": "array", "items": {"type": "integer"}}, "text?": {"type": "string"} """, string more = "") =>
        Composite.Load(Composite.Text(input, Out, implementation, more), Children);

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Steps_without_references_run_side_by_side(bool blocks)
    {
        // Each waits for the other: one after the other would never end.
        using var both = new Barrier(2);
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = 0;
        async Task<string> Meet(string arguments, CancellationToken cancellationToken)
        {
            if (blocks) Assert.IsTrue(both.SignalAndWait(TimeSpan.FromSeconds(30), cancellationToken));
            else
            {
                if (Interlocked.Increment(ref started) == 2) met.SetResult();
                await met.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }

            return """{"v": 1}""";
        }

        var tool = Load(""" "steps": {"a": {"tool": "left"}, "b": {"tool": "right"}}, "result": {"v": "a.V + b.V"} """);
        Assert.AreEqual("""{"v":2}""", await tool.Answer("{}", new StubTool("left", Meet), new StubTool("right", Meet)));
    }

    [TestMethod]
    public async Task Step_whose_condition_is_false_is_null_and_not_called()
    {
        var tool = Load(""" "steps": {"a": {"tool": "left", "when": "input.N > 100"}}, "result": {"v": "a?.V"} """);
        var left = StubTool.Of("left", """{"v": 1}""");
        Assert.AreEqual("""{"v":null}""", await tool.Answer("{}", left));
        Assert.AreEqual(0, left.Calls);
        Assert.AreEqual("""{"v":1}""", await tool.Answer("""{"n":101}""", left));
    }

    [TestMethod]
    public async Task Failure_of_an_optional_step_is_null_with_its_reason_and_a_second_step_can_stand_in()
    {
        var tool = Load(""" "steps": {"a": {"tool": "left", "optional": true}, "b": {"tool": "right", "when": "a == null"}}, "result": {"v": "a?.V ?? b!.V", "why": "a_error"} """);
        Assert.AreEqual("""{"v":2,"why":"unavailable: the stub said so"}""", await tool.Answer("{}", StubTool.Failing("left", "unavailable"), StubTool.Of("right", """{"v": 2}""")));
        Assert.AreEqual("""{"v":1,"why":null}""", await tool.Answer("{}", StubTool.Of("left", """{"v": 1}"""), StubTool.Failing("right", "unavailable")));
        Assert.AreEqual("""{"v":2,"why":"not_found: this host has no tool left"}""", await tool.Answer("{}", StubTool.Of("right", """{"v": 2}""")));
    }

    [TestMethod]
    [DataRow("unavailable", 3)]
    [DataRow("timeout", 3)]
    [DataRow("odd_weather", 3)]
    [DataRow("invalid_input", 1)]
    [DataRow("denied", 1)]
    public async Task Retry_tries_again_where_it_may_help(string code, int calls)
    {
        var tool = Load(""" "steps": {"a": {"tool": "left", "retry": 2}}, "result": {"v": "a.V"} """);
        var left = StubTool.Failing("left", code);
        Assert.AreEqual($"step_failed: the step a (left) failed: {code}: the stub said so", await tool.Answer("{}", left));
        Assert.AreEqual(calls, left.Calls);
        var third = 0;
        Assert.AreEqual("""{"v":5}""", await tool.Answer("{}", new StubTool("left", (_, _) => ++third < 3 ? throw new ToolException("timeout", "not yet") : Task.FromResult("""{"v": 5}"""))));
    }

    [TestMethod]
    public async Task Each_calls_once_an_element_in_order_and_at_most_eight_at_once()
    {
        var tool = Load(""" "steps": {"a": {"tool": "take", "each": "input.List ?? []", "input": {"n": "{item}"}}}, "result": {"v": "a.Count", "all": "a.Select(x => (long?)x.V)"} """);
        var (now, most) = (0, 0);
        var gate = new object();
        var take = new StubTool("take", async (arguments, cancellationToken) =>
        {
            lock (gate) most = Math.Max(most, ++now);
            var n = int.Parse(string.Concat(arguments.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture);
            await Task.Delay(40 - n, cancellationToken);
            lock (gate) now--;
            return $$"""{"v": {{n * n}}}""";
        });
        var numbers = Enumerable.Range(0, 30).ToArray();
        Assert.AreEqual($$"""{"v":30,"all":[{{string.Join(",", numbers.Select(n => n * n))}}]}""", await tool.Answer($$"""{"list":[{{string.Join(",", numbers)}}]}""", take));
        Assert.IsTrue(most is > 1 and <= 8, $"{most} at once");
        Assert.AreEqual("""{"v":0,"all":[]}""", await tool.Answer("{}", take));
    }

    [TestMethod]
    public async Task Each_is_capped_by_the_limit_of_calls()
    {
        var tool = Load(""" "steps": {"a": {"tool": "take", "each": "Enumerable.Range(0, int.MaxValue)", "input": {"n": "{item}"}}}, "result": {"v": "a.Count"} """, more: """, "limits": {"tools": 5} """);
        var take = StubTool.Of("take", """{"v": 1}""");
        StringAssert.StartsWith(await tool.Answer("{}", take), "limit: the step a has more than 5 elements", StringComparison.Ordinal);
        Assert.AreEqual(0, take.Calls);
    }

    [TestMethod]
    public async Task Element_of_an_optional_each_that_fails_is_null()
    {
        var tool = Load(""" "steps": {"a": {"tool": "take", "each": "input.List!", "optional": true, "input": {"n": "{item}"}}}, "result": {"v": "a_error.Count(e => e != null)", "why": "a_error[1]", "all": "a.Select(x => x?.V)"} """);
        var take = new StubTool("take", (arguments, _) => arguments.Contains('2', StringComparison.Ordinal) ? throw new ToolException("upstream", "two") : Task.FromResult("""{"v": 9}"""));
        Assert.AreEqual("""{"v":1,"why":"upstream: two","all":[9,null,9]}""", await tool.Answer("""{"list":[1,2,3]}""", take));
    }

    [TestMethod]
    public async Task First_failure_stops_the_rest_and_names_the_step()
    {
        var (began, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = new StubTool("left", async (_, cancellationToken) =>
        {
            began.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                stopped.SetResult();
            }

            return "";
        });
        var tool = Load(""" "steps": {"a": {"tool": "left"}, "b": {"tool": "right"}, "c": {"tool": "take", "input": {"n": "{a.v}"}}}, "result": {"v": "c.V + b.V"} """);
        var take = StubTool.Of("take", """{"v": 1}""");

        // A step that has not begun when another fails is never called: the failure waits for it.
        var failing = new StubTool("right", async (_, cancellationToken) =>
        {
            await began.Task.WaitAsync(cancellationToken);
            throw new ToolException("bad_data", "the stub said so");
        });
        Assert.AreEqual("step_failed: the step b (right) failed: bad_data: the stub said so", await tool.Answer("{}", slow, failing, take).WaitAsync(TimeSpan.FromSeconds(20)));
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.AreEqual(0, take.Calls);
    }

    [TestMethod]
    public async Task Answer_that_does_not_fit_the_schema_is_a_failure_of_the_step()
    {
        var tool = Load(""" "steps": {"a": {"tool": "left"}}, "result": {"v": "a.V"} """);
        StringAssert.StartsWith(await tool.Answer("{}", StubTool.Of("left", """{"v": "x"}""")), "step_failed: the step a (left) failed: invalid_output /v: ", StringComparison.Ordinal);
        StringAssert.StartsWith(await tool.Answer("{}", StubTool.Of("left", "nonsense")), "step_failed: the step a (left) failed: invalid_output: not JSON", StringComparison.Ordinal);
        Assert.AreEqual("""{"v":3}""", await tool.Answer("{}", StubTool.Of("left", """{"v": 3, "of_a_later_version": true}""")));
    }

    [TestMethod]
    public async Task Caller_that_cancels_ends_all_steps()
    {
        using var cancel = new CancellationTokenSource();
        var tool = Load(""" "steps": {"a": {"tool": "left"}, "b": {"tool": "right", "optional": true, "retry": 5}}, "result": {"v": "a.V"} """);
        async Task<string> Wait(string arguments, CancellationToken cancellationToken)
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "";
        }

        var result = await tool.CallAsync("{}", [new StubTool("left", Wait), new StubTool("right", Wait)], cancel.Token).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.AreEqual("canceled", result.Errors[0].Code);
    }

    [TestMethod]
    public async Task Rule_holds_back_what_shares_a_step_with_it()
    {
        var tool = Load(""" "steps": {"a": {"tool": "left"}, "b": {"tool": "take", "input": {"n": "{a.v}"}}}, "fail": [{"when": "a.V > 10", "code": "too_many", "message": "{a.v} of {n}"}], "result": {"v": "b.V"} """, more: """, "errors": {"too_many": "more than ten"} """);
        var take = StubTool.Of("take", """{"v": 1}""");
        Assert.AreEqual("too_many: 11 of 7", await tool.Answer("{}", StubTool.Of("left", """{"v": 11}"""), take));
        Assert.AreEqual(0, take.Calls);
        Assert.AreEqual("""{"v":1}""", await tool.Answer("{}", StubTool.Of("left", """{"v": 10}"""), take));
    }

    [TestMethod]
    public async Task Step_waits_for_those_behind_which_it_stands()
    {
        var order = new List<string>();
        StubTool Noting(string name) => new(name, async (_, cancellationToken) =>
        {
            await Task.Delay(20, cancellationToken);
            lock (order) order.Add(name);
            return """{"v": 1}""";
        });
        var tool = Load(""" "steps": {"b": {"tool": "right", "after": ["a"]}, "a": {"tool": "left"}}, "result": {"v": "a.V + b.V"} """);
        await tool.Answer("{}", Noting("left"), Noting("right"));
        Assert.AreEqual("left right", string.Join(' ', order));
    }

    [TestMethod]
    public async Task Null_is_left_out_and_members_that_the_callee_does_not_take_too()
    {
        var given = new List<string>();
        StubTool Noting(string name, string answer) => new(name, (arguments, _) =>
        {
            lock (given) given.Add(arguments);
            return Task.FromResult(answer);
        });
        var tool = Load(""" "steps": {"f": {"tool": "find"}, "k": {"tool": "keep", "input": {"items": "{f.items}"}}, "t": {"tool": "take", "input": {"n": "{n}", "text": "{text}"}, "after": "k"}}, "result": {"v": "t.V"} """);
        await tool.Answer("{}", StubTool.Of("find", """{"items": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]}"""), Noting("keep", "{}"), Noting("take", """{"v": 1}"""));
        Assert.AreEqual("""{"items":[{"id":1},{"id":2}]} {"n":7}""", string.Join(' ', given));
    }

    [TestMethod]
    public async Task Names_that_generated_code_uses_itself_can_be_names_of_a_spec()
    {
        var tool = Load(""" "let": {"w": "1L", "t_v": "w + r.V"}, "steps": {"r": {"tool": "left"}, "o": {"tool": "take", "input": {"n": "{t_v}", "text": "{w} {r.v}"}}, "h0": {"tool": "take", "input": {"n": "{o.v}"}}, "v": {"tool": "take", "input": {"n": "{h0.v}"}}}, "result": {"v": "v.V"} """);
        var take = new StubTool("take", (arguments, _) => Task.FromResult(arguments.Contains("1 4", StringComparison.Ordinal) ? """{"v": 8}""" : """{"v": 9}"""));
        Assert.AreEqual("""{"v":9}""", await tool.Answer("{}", StubTool.Of("left", """{"v": 4}"""), take));
    }
}
