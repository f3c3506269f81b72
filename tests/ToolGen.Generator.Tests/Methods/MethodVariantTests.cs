using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Variants;
using ToolGen.TestSupport.Variants;
using JsonDocument = System.Text.Json.JsonDocument;

namespace ToolGen.Generator.Tests.Methods;

/// <summary>Methods are called through the strict variants of their schemas as through the schemas themselves.</summary>
[TestClass]
public sealed class MethodVariantTests
{
    [TestMethod]
    [DataRow(StrictProvider.OpenAI)]
    [DataRow(StrictProvider.Anthropic)]
    public async Task Every_shape_answers_through_its_variant_as_without(StrictProvider provider)
    {
        var faults = new List<string>();
        var calls = 0;
        foreach (var shape in MethodShapes.All)
        {
            var tool = MethodProject.Shapes.Tools.Find(shape.ToolName)!;
            var ours = VariantTool.Of(tool.Input())!;
            var arguments = JsonReader.Read("call.json", Encoding.UTF8.GetBytes(shape.Arguments)).Root!;
            if (SchemaInterpreter.Check(ours.Input, arguments).Count > 0) continue;
            calls++;
            var variant = tool.Strict(provider)!;
            var said = ours.Said(provider).Say(arguments).ToString();
            var answer = Told(await variant.CallAsync(Encoding.UTF8.GetBytes(said), new SystemToolContext()));
            var canonical = Told(await tool.CallAsync(Encoding.UTF8.GetBytes(shape.Arguments), new SystemToolContext()));
            if (answer != canonical) faults.Add($"{shape} {said}: {answer} instead of {canonical}");
            using var sent = JsonDocument.Parse(variant.InputSchema);
            if (!variant.IsDirect) ProviderRulebook.Accepts(Provider.All[(int)provider].Word, sent.RootElement);
        }

        Assert.IsGreaterThanOrEqualTo(60, calls);
        Assert.IsEmpty(faults, string.Join("\n\n", faults));
    }

    private static string Told(ToolResult result) => result.IsError ? string.Join("; ", result.Errors.Select(error => $"{error.Code} {error.Pointer}".TrimEnd())) : Encoding.UTF8.GetString(result.Output.Span);
}
