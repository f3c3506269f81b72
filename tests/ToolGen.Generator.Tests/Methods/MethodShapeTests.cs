using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Methods;

[TestClass]
public sealed class MethodShapeTests
{
    [TestMethod]
    public async Task Every_shape_of_method_is_called_with_the_types_that_it_has()
    {
        var faults = new List<string>();
        foreach (var shape in MethodShapes.All)
        {
            var answer = await MethodProject.Shapes.Tools.Find(shape.ToolName)!.Answer(shape.Arguments);
            if (answer != shape.Answer) faults.Add($"{shape}: {answer} instead of {shape.Answer}");
        }

        Assert.IsGreaterThanOrEqualTo(60, MethodShapes.All.Select(shape => shape.Name).Distinct().Count());
        Assert.IsEmpty(faults, string.Join("\n\n", faults));
    }

    [TestMethod]
    public async Task No_method_is_reached_by_arguments_that_its_schema_refuses()
    {
        var faults = new List<string>();
        var calls = 0;
        foreach (var shape in MethodShapes.All.DistinctBy(shape => shape.Name))
        {
            var tool = MethodProject.Shapes.Tools.Find(shape.ToolName)!;
            var schema = JsonNode.Parse(tool.Descriptor.InputSchema.Span)!.AsObject();
            var right = JsonNode.Parse(shape.Arguments)!.AsObject();
            var wrong = new List<(JsonObject Arguments, string Pointer)> { (With(right, "no_such_name", 1), "/no_such_name") };
            foreach (var (name, property) in schema["properties"]!.AsObject())
            {
                if (schema["required"]?.AsArray().Any(one => one!.ToString() == name) == true) wrong.Add((Without(right, name), "/" + name));
                foreach (var (type, value) in OfEachType) if (!Allows(property!, type)) wrong.Add((With(right, name, value()), "/" + name));
            }

            foreach (var (arguments, pointer) in wrong)
            {
                calls++;
                var answer = await tool.Answer(arguments.ToJsonString());
                if (!answer.Split("; ").Contains("invalid_input " + pointer)) faults.Add($"{shape} {arguments.ToJsonString()}: {answer}");
            }
        }

        Assert.IsGreaterThan(400, calls);
        Assert.IsEmpty(faults, string.Join("\n", faults));
    }

    private static readonly (string Type, System.Func<JsonNode?> Value)[] OfEachType =
    [
        ("null", () => null), ("boolean", () => true), ("number", () => 1.5), ("string", () => "\"); Evil(); //"), ("array", () => new JsonArray(new JsonArray())), ("object", () => new JsonObject { ["?"] = 1 }),
    ];

    private static bool Allows(JsonNode property, string type) => property["$ref"] is not null
        ? type is "object"
        : property["type"] is not { } types || (types is JsonArray many ? many.Select(one => one!.ToString()) : [types.ToString()]).Contains(type);

    private static JsonObject With(JsonObject arguments, string name, JsonNode? value)
    {
        var copy = arguments.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }

    private static JsonObject Without(JsonObject arguments, string name)
    {
        var copy = arguments.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }
}
