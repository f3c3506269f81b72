using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Adapters.Tests;

namespace ToolGen.Analyzers.Tests.Joining;

/// <summary>A chat and a kernel, called before all fixes and after.</summary>
[TestClass]
public sealed class FunctionProgramTests
{
    [TestMethod]
    public async Task A_chat_gives_the_model_the_same_answers()
    {
        var before = JoinedProject.Of(Programs.Read("chat.cs"));
        var after = await before.FixAllAsync();
        var (old, @new) = (await ChatAsync(await before.LoadAsync()), await ChatAsync(await after.LoadAsync()));

        Assert.AreEqual(string.Join('\n', old.Answers), string.Join('\n', @new.Answers), after.Text());
        Assert.AreEqual("GetWeather measure to_kelvin add", string.Join(' ', @new.Tools.Select(tool => tool.Name)));
        for (var i = 0; i < old.Tools.Count; i++)
        {
            Assert.AreEqual(old.Tools[i].Name, @new.Tools[i].Name);
            Assert.AreEqual(Programs.Schema(old.Tools[i].JsonSchema), Programs.Schema(@new.Tools[i].JsonSchema), old.Tools[i].Name);
        }

        // A text above the method is said to the model too; AIFunctionFactory says nothing there.
        Assert.AreEqual("Gets the weather of a city.|Measures the temperature here.||Adds two numbers.", string.Join('|', old.Tools.Select(tool => tool.Description)));
        Assert.AreEqual("Gets the weather of a city.|Measures the temperature here.|Celsius to Kelvin.|Adds two numbers.", string.Join('|', @new.Tools.Select(tool => tool.Description)));
    }

    [TestMethod]
    public async Task A_lambda_stays_and_the_finding_says_why() =>
        Assert.AreEqual(
            "TG2343 `the method` stays as it is: a lambda is no method of a type: move its code into one",
            (await JoinedProject.Of(Programs.Read("chat.cs")).FindingsAsync()).Single(finding => finding.StartsWith("TG2343", StringComparison.Ordinal)));

    [TestMethod]
    public async Task A_kernel_keeps_its_plugins_and_their_answers()
    {
        var before = JoinedProject.Of(Programs.Read("kernel.cs"));
        var after = await before.FixAllAsync();

        // The format `time` has an offset in JSON Schema; a serializer wants none for a TimeOnly.
        var (old, @new) = (await KernelAsync(await before.LoadAsync(), "23:30:00"), await KernelAsync(await after.LoadAsync(), "23:30:00Z"));
        Assert.AreEqual(string.Join('\n', old), string.Join('\n', @new), after.Text());
        Assert.AreEqual(
            "TG2343 `Count` stays as it is: only Semantic Kernel supplies its parameter `kernel` (Kernel)",
            string.Join('\n', await after.FindingsAsync()));
    }

    private static async Task<(IReadOnlyList<AIFunction> Tools, IReadOnlyList<string> Answers)> ChatAsync(Assembly program)
    {
        var options = (ChatOptions)program.Call("App.Chat", "Options", 20);
        (string Tool, string Arguments)[] calls =
        [
            ("GetWeather", """{"city":"Oslo"}"""), ("GetWeather", """{"city":"Oslo","unit":"Fahrenheit"}"""), ("measure", """{"sensor":"roof"}"""), ("measure", """{"sensor":"roof"}"""),
            ("to_kelvin", """{"celsius":1.5}"""), ("add", """{"a":1,"b":2}"""),
        ];
        var script = calls.Select((call, i) => (Func<IReadOnlyList<ChatMessage>, AIContent>)(_ => new Microsoft.Extensions.AI.FunctionCallContent($"c{i}", call.Tool, Arguments(call.Arguments)))).Append(_ => new Microsoft.Extensions.AI.TextContent("done"));
        var model = new ScriptedChatClient([.. script]);
        await model.AsBuilder().UseFunctionInvocation().Build().GetResponseAsync("go", options);
        var results = model.Seen[^1].Messages.SelectMany(message => message.Contents).OfType<Microsoft.Extensions.AI.FunctionResultContent>().Select(result => Programs.Value(JsonSerializer.SerializeToNode(result.Result)));
        return ([.. options.Tools!.Cast<AIFunction>()], [.. results]);
    }

    private static async Task<IReadOnlyList<string>> KernelAsync(Assembly program, string time)
    {
        var store = Activator.CreateInstance(program.GetType("App.LampStore", true)!)!;
        var kernel = (Kernel)program.Call("App.Home", "Build", store);
        store.GetType().GetProperty("Watts")!.SetValue(store, 60);
        (string Plugin, string Function, string Arguments)[] calls =
        [
            ("Lights", "get_lights", "{}"), ("Lights", "change_state", """{"id":2,"isOn":true}"""), ("Lights", "get_lights", "{}"), ("Lights", "change_state", """{"id":9,"isOn":true}"""),
            ("LampPlugin", "Watts", "{}"), ("ClockPlugin", "Later", $$"""{"time":"{{time}}","minutes":45}"""), ("own", "Count", "{}"),
        ];
        List<string> answers = [.. kernel.Plugins.GetFunctionsMetadata().Select(function => $"{function.PluginName} {function.Name} {function.Description} {string.Join(',', function.Parameters.Select(parameter => parameter.Name + parameter.IsRequired))}").Order()];
        foreach (var (plugin, function, arguments) in calls)
        {
            var given = new KernelArguments();
            foreach (var (name, value) in JsonNode.Parse(arguments)!.AsObject()) given[name] = JsonSerializer.SerializeToElement(value);
            var result = (await kernel.InvokeAsync(plugin, function, given)).GetValue<object>();
            answers.Add(Programs.Value(JsonSerializer.SerializeToNode(result, JsonSerializerOptions.Web)));
        }

        return answers;
    }

    private static Dictionary<string, object?> Arguments(string json) => JsonNode.Parse(json)!.AsObject().ToDictionary(pair => pair.Key, pair => (object?)JsonSerializer.SerializeToElement(pair.Value));
}
