using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Templates.Chat;

/// <summary><c>--ai openai</c>.</summary>
[TestClass]
public sealed class OpenAIAgentTests : ChatAgentTests
{
    private static readonly Lazy<Task<ChatAgent>> Made = new(() => ChatAgent.Make("openai", "My.Chat-Agent"));

    internal override Wire Wire { get; } = new ResponsesWire();

    internal override Task<ChatAgent> Agent => Made.Value;

    [TestMethod]
    public async Task The_chat_of_the_page_is_as_the_page_shows_it()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "templates", "ToolGen.Templates", "README.md"));
        var shown = ShownCommand.Of(page[page.IndexOf("## A chat with a model", StringComparison.Ordinal)..]).ToArray();
        await using var model = new ScriptedModel(this.Wire, Turn.Calls("sales_by_region", """{"top":1}"""), Turn.Says("North, with 200."));

        var answer = await (await this.Agent).Run(model, "", shown[^1].Words[^1]);

        Assert.AreEqual("dotnet new toolgen-agent -n My.Chat-Agent --ai openai", shown[0].Line);
        CollectionAssert.AreEquivalent(shown[^1].Output.Split('\n'), answer.Output.ReplaceLineEndings("\n").Split('\n'));
        Assert.AreEqual("""{"regions":[{"region":"North","total":200}],"files":1}""", this.Wire.Output(model.Requests[1], 1));
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task Compiled_ahead_of_time_without_a_warning_it_answers()
    {
        var consumer = await Consumer.Create("native chat");
        await (await Hive.Get()).New(consumer.Folder, "toolgen-agent", "-n", "Native", "--ai", "openai", "--aot", "--tests", "false", "--no-restore");

        var output = await Dotnet.Run(
            consumer.PathOf("Native"), consumer.Environment(("NUGET_PACKAGES", PackedFeed.PlainPackages)), "publish", "-c", "Release", "-warnaserror", "-p:TrimmerSingleWarn=false", "-o", consumer.PathOf("published"));

        Assert.DoesNotContain("warning", output);
        await using var model = new ScriptedModel(this.Wire, Turn.Calls("count_words", """{"text":"a short walk"}"""), Turn.Says("Three words."));
        var answer = await Dotnet.TryProgram(consumer.PathOf("published", "Native"), consumer.Folder, ChatAgent.Settings(consumer, this.Wire.Provider, model), "How many?");
        Assert.AreEqual("0 Three words.\n[count_words]\n", $"{answer.ExitCode} {answer.Output.ReplaceLineEndings("\n")}");
    }
}
