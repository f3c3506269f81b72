using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Anthropic;
using Microsoft.Extensions.AI;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using OpenAI.Chat;
using ToolGen.Effects;
using ToolGen.Extensions.AI;
using ToolGen.Hosting;
using ToolGen.Hosting.Tests;
using ToolGen.TestSupport;

namespace ToolGen.Adapters.Tests;

/// <summary>Functions for a provider's strict mode: they publish the variant, say that it is strict, and call the tool in its own words.</summary>
[TestClass]
public sealed class StrictTests
{
    [TestMethod]
    public void A_function_publishes_the_variant_and_asks_for_strict_mode()
    {
        foreach (var function in TenTools.Catalog.AsAIFunctions(strict: StrictProvider.OpenAI))
        {
            var variant = TenTools.Catalog.Find(function.Name)!.Strict(StrictProvider.OpenAI)!;
            Assert.AreEqual(TenTools.Compact(System.Text.Encoding.UTF8.GetString(variant.InputSchema.Span)), JsonSerializer.Serialize(function.JsonSchema), function.Name);
            Assert.AreEqual(true, function.AdditionalProperties["strict"]);
        }

        Assert.IsTrue(TenTools.Catalog.AsAIFunctions().All(function => !function.AdditionalProperties.ContainsKey("strict")));
    }

    [TestMethod]
    public void The_client_of_OpenAI_asks_for_strict_mode_with_the_parameters_of_the_variant()
    {
        foreach (var function in TenTools.Catalog.AsAIFunctions(strict: StrictProvider.OpenAI))
        {
            var sent = function.AsOpenAIChatTool();
            Assert.IsTrue(sent.FunctionSchemaIsStrict, function.Name);
            using var parameters = JsonDocument.Parse(sent.FunctionParameters);

            // It says bounds in descriptions: names are what calls are mapped back by.
            Assert.AreEqual(Names(function.JsonSchema), Names(parameters.RootElement), function.Name);
            Assert.AreEqual(Names(function.JsonSchema), string.Join(' ', parameters.RootElement.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Order(System.StringComparer.Ordinal)), function.Name);
        }
    }

    [TestMethod]
    public async Task The_client_of_Anthropic_asks_for_strict_mode_with_the_parameters_of_the_variant()
    {
        await using var service = new LoopbackServer(_ => new Reply(
            200,
            """{"id":"msg_1","type":"message","role":"assistant","model":"any","content":[],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}""",
            ("Content-Type", "application/json")));
        using var client = new AnthropicClient { ApiKey = "any", BaseUrl = $"http://{service.Address}" };
        await client.AsIChatClient("any").AsBuilder().UseToolGen(new CatalogToolbox(TenTools.Catalog), new() { Strict = StrictProvider.Anthropic }).Build().GetResponseAsync("go");

        using var request = JsonDocument.Parse(service.Seen.Single().Text);
        foreach (var sent in request.RootElement.GetProperty("tools").EnumerateArray())
        {
            var name = sent.GetProperty("name").GetString()!;
            using var variant = JsonDocument.Parse(TenTools.Catalog.Find(name)!.Strict(StrictProvider.Anthropic)!.InputSchema);
            Assert.IsTrue(sent.GetProperty("strict").GetBoolean(), name);
            Assert.AreEqual(Names(variant.RootElement), Names(sent.GetProperty("input_schema")), name);
        }
    }

    [TestMethod]
    public async Task Calls_are_mapped_back()
    {
        // business_days takes an optional list: strict mode wants it said, null where it is absent.
        var tool = TenTools.Catalog.Tools.First(tool => !tool.Strict(StrictProvider.OpenAI)!.IsDirect);
        foreach (var said in (await TenTools.CallsAsync()).Where(said => said.Tool == tool.Descriptor.Name && said.Output is not null))
        {
            var arguments = new AIFunctionArguments();
            using var schema = JsonDocument.Parse(tool.Strict(StrictProvider.OpenAI)!.InputSchema);
            foreach (var property in schema.RootElement.GetProperty("properties").EnumerateObject())
                arguments[property.Name] = said.Arguments.TryGetProperty(property.Name, out var value) ? value : JsonElement.Parse("null");
            var function = TenTools.Catalog.AsAIFunctions(strict: StrictProvider.OpenAI).Single(function => function.Name == tool.Descriptor.Name);
            var result = await function.InvokeAsync(arguments);
            Assert.AreEqual(TenTools.Compact(said.Output!), result is JsonElement json ? JsonSerializer.Serialize(json) : result?.ToString());
        }
    }

    [TestMethod]
    public async Task A_chat_client_shows_variants_of_a_hosts_tools_and_tools_without_one_as_they_are()
    {
        await using var host = new ToolHost(Grants.None, new() { Records = null, Rules = [new(PolicyVerdict.Deny) { Tools = "decode_*" }] });
        host.Add(TenTools.Catalog);
        host.Add(new ToolCatalog(StubTool.Of("by_hand")));
        var model = new ScriptedChatClient(_ => new TextContent("done"));
        var toolbox = host.For(new("agent"));
        await model.AsBuilder().UseToolGen(toolbox, new() { Strict = StrictProvider.OpenAI }).Build().GetResponseAsync("go");
        var notStrict = model.Seen[0].Tools.Where(tool => !tool.AdditionalProperties.ContainsKey("strict")).Select(tool => tool.Name);
        Assert.AreEqual("10 by_hand", $"{model.Seen[0].Tools.Count} {string.Join(' ', notStrict)}");
        Assert.IsNull(toolbox.Strict("decode_rle", StrictProvider.OpenAI), "a tool that the policy denies");
    }

    private static string Names(JsonElement schema) => string.Join(' ', schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(System.StringComparer.Ordinal));
}
