using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Methods;

[TestClass]
public sealed class SchemaComparisonTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Arguments_have_the_schema_that_AIFunctionFactory_publishes_but_for_the_differences_that_have_a_reason()
    {
        var unexplained = new List<string>();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var equal = 0;
        foreach (var shape in MethodShapes.All)
        {
            var ours = Flat(JsonDocument.Parse(MethodProject.Shapes.Tools.Find(shape.ToolName)!.Descriptor.InputSchema).RootElement);
            var type = MethodProject.Shapes.Assembly.GetType($"App.Shape{shape.Name}.My", throwOnError: true)!;
            var method = type.GetMethods(BindingFlags.Public | BindingFlags.Static).Single(one => one.DeclaringType == type);
            JsonElement published;
            try
            {
                published = AIFunctionFactory.Create(method, target: null).JsonSchema;
            }
            catch (Exception e) when (e is NotSupportedException or ArgumentException or InvalidOperationException)
            {
                counts["refused there"] = counts.GetValueOrDefault("refused there") + 1;
                continue;
            }

            var theirs = Flat(published);
            var differs = false;
            foreach (var pointer in ours.Keys.Union(theirs.Keys))
            {
                var (mine, other) = (ours.GetValueOrDefault(pointer), theirs.GetValueOrDefault(pointer));
                if (mine == other) continue;
                differs = true;
                if (SchemaDifferences.ReasonOf(shape.Name, pointer, mine, other) is { } reason) counts[reason] = counts.GetValueOrDefault(reason) + 1;
                else unexplained.Add($"{shape} {pointer}: {mine ?? "-"} | {other ?? "-"}");
            }

            if (!differs) equal++;
        }

        this.TestContext.WriteLine($"{MethodShapes.All.Count} shapes, {equal} equal to the letter");
        foreach (var (reason, count) in counts) this.TestContext.WriteLine($"{count,4}  {reason}");
        Assert.IsEmpty(unexplained, string.Join("\n", unexplained));
    }

    /// <summary>Keywords by their place, so that order plays no part.</summary>
    private static Dictionary<string, string> Flat(JsonElement schema)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(schema, "");
        return all;

        void Add(JsonElement node, string pointer)
        {
            if (node.ValueKind != JsonValueKind.Object)
            {
                all[pointer] = Text(node);
                return;
            }

            foreach (var member in node.EnumerateObject()) Add(member.Value, pointer + "/" + member.Name);
        }
    }

    private static string Text(JsonElement node) => node.ValueKind == JsonValueKind.Array && node.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
        ? string.Join(" ", node.EnumerateArray().Select(item => item.GetString()).Order(StringComparer.Ordinal)) : node.GetRawText().Trim('"');
}
