using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Templates.Chat;

/// <summary>What <c>dotnet new toolgen-agent --ai …</c> makes is a chat with a model that has the tools.</summary>
public abstract class ChatAgentTests
{
    internal abstract Wire Wire { get; }

    internal abstract Task<ChatAgent> Agent { get; }

    [TestMethod]
    public async Task It_builds_under_all_rules_without_a_warning_and_passes_its_samples()
    {
        var printed = (await this.Agent).Tested;

        StringAssert.Contains(printed, "Passed!  - Failed:     0, Passed:    13, Skipped:     0", StringComparison.Ordinal);
        Assert.DoesNotContain("warning", printed);
    }

    [TestMethod]
    public async Task A_question_is_answered_with_the_result_of_a_tool()
    {
        await using var model = new ScriptedModel(this.Wire, Turn.Calls("count_words", """{"text":"a short walk"}"""), Turn.Says("Three words: größe."));

        var answer = await (await this.Agent).Run(model, "", "How", "many?");

        Assert.AreEqual(0, answer.ExitCode, answer.Output);
        Assert.AreEqual("Three words: größe.\n[count_words]\n", answer.Output.ReplaceLineEndings("\n"));
        Assert.AreEqual("""{"words":3,"longest":"short"}""", this.Wire.Output(model.Requests[1], 1));
        StringAssert.Contains(model.Requests[0].ToJsonString(), "How many?", StringComparison.Ordinal);
        foreach (var request in model.Seen) Assert.AreEqual($"{this.Wire.Target} Bearer {ScriptedModel.Secret}", $"{request.Target} {request.Header("Authorization")}");
    }

    [TestMethod]
    public async Task Every_tool_is_published_as_the_provider_holds_models_to_it()
    {
        await using var model = new ScriptedModel(this.Wire, Turn.Says("Done."));

        await (await this.Agent).Run(model, "", "Go");

        foreach (var tool in new[] { "count_words", "exchange_rate", "forget_all", "sales_by_region" })
        {
            var (schema, isStrict) = this.Wire.Published(model.Requests[0], tool);
            Assert.IsTrue(isStrict, tool);
            Assert.IsFalse(schema["additionalProperties"]!.GetValue<bool>(), tool);
        }

        var top = this.Wire.Published(model.Requests[0], "sales_by_region").Schema;
        Assert.AreEqual(this.Wire.Provider == "openai", top["required"]?.AsArray().Any(name => name!.ToString() == "top") ?? false, "one says absent as null, the other as nothing");
    }

    [TestMethod]
    public async Task Wrong_arguments_bring_the_model_what_to_write_instead()
    {
        await using var model = new ScriptedModel(
            this.Wire, Turn.Calls("count_words", """{"text":7}"""), Turn.Calls("count_words", """{"text":"seven"}"""), Turn.Says("One."));

        var answer = await (await this.Agent).Run(model, "", "How many words has 7?");

        Assert.AreEqual(0, answer.ExitCode, answer.Output);
        StringAssert.Matches(this.Wire.Result(model.Requests[1], 1), new("/text.*string"));
        Assert.AreEqual("""{"words":1,"longest":"seven"}""", this.Wire.Output(model.Requests[2], 2));
    }

    [TestMethod]
    [DataRow("", "a person said no to this call of forget_all")]
    [DataRow("n\n", "a person said no to this call of forget_all")]
    [DataRow("y\n", "\"forgotten\": \"trees\"")]
    public async Task What_may_destroy_asks_the_person_at_the_console(string typed, string result)
    {
        await using var model = new ScriptedModel(this.Wire, Turn.Calls("forget_all", """{"subject":"trees"}"""), Turn.Says("Well."));

        var answer = await (await this.Agent).Run(model, typed, "Forget the trees");

        Assert.AreEqual(0, answer.ExitCode, answer.Output);
        StringAssert.Contains(answer.Output, "forget_all {\"subject\":\"trees\"}", StringComparison.Ordinal);
        StringAssert.Contains(this.Wire.Result(model.Requests[1], 1), result, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_dialogue_lists_the_tools_remembers_what_was_said_and_ends_with_the_input()
    {
        await using var model = new ScriptedModel(this.Wire, Turn.Says("Hello."), Turn.Says("I said hello.\u001b[2J"));

        var answer = await (await this.Agent).Run(model, "Say hello\n\nWhat did you say?\n");

        Assert.AreEqual(0, answer.ExitCode, answer.Output);
        foreach (var shown in new[] { "sales_by_region: Sum the sales", "Hello.", "I said hello.\uFFFD[2J" }) StringAssert.Contains(answer.Output, shown, StringComparison.Ordinal);
        Assert.HasCount(2, model.Requests);
        Assert.IsTrue(this.Wire.GoesOnFrom(model.Requests[1], "Hello."), model.Requests[1].ToJsonString());
    }

    [TestMethod]
    public async Task Without_a_key_it_says_what_to_set_lists_the_tools_and_still_calls_them()
    {
        var key = $"{this.Wire.Provider.ToUpperInvariant()}_API_KEY";
        var agent = await this.Agent;

        var question = await agent.Run(null, "", "How many words?");
        var call = await agent.Run(null, "", "count_words", """{"text":"a short walk"}""");

        Assert.AreEqual(2, question.ExitCode, question.Output);
        StringAssert.Contains(question.Output, $"set the environment variable {key}", StringComparison.Ordinal);
        foreach (var tool in new[] { "count_words: ", "exchange_rate: ", "forget_all: ", "sales_by_region: " }) StringAssert.Contains(question.Output, tool, StringComparison.Ordinal);
        Assert.AreEqual("""0 {"words":3,"longest":"short"}""", $"{call.ExitCode} {call.Output.TrimEnd()}");
    }

    [TestMethod]
    public async Task A_service_that_refuses_is_a_line_and_a_failure_and_the_key_is_not_shown()
    {
        await using var model = new ScriptedModel(this.Wire, new Reply(401, """{"type":"error","error":{"type":"authentication_error","code":"invalid_api_key","message":"this key is not known"}}""", ("Content-Type", "application/json")));

        var answer = await (await this.Agent).Run(model, "", "Hello?");

        Assert.AreEqual(1, answer.ExitCode, answer.Output);
        StringAssert.Contains(answer.Output, "this key is not known", StringComparison.Ordinal);
        foreach (var hidden in new[] { ScriptedModel.Secret, "   at " }) Assert.DoesNotContain(hidden, answer.Output);
    }

    [TestMethod]
    public async Task Ctrl_C_ends_a_question_without_a_trace()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("there is no kill -INT");
        await using var model = new ScriptedModel(this.Wire);

        var answer = await (await this.Agent).BreakOff(model, "Hello?");

        Assert.AreEqual("130 ", $"{answer.ExitCode} {answer.Output}");
    }
}
