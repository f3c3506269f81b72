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
        var shapes = new Dictionary<string, HashSet<string>>();
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
                Note(SchemaDifferences.Refused, shape);
                continue;
            }

            var theirs = Flat(published);
            foreach (var pointer in ours.Keys.Union(theirs.Keys))
            {
                var (mine, other) = (ours.GetValueOrDefault(pointer), theirs.GetValueOrDefault(pointer));
                if (mine == other) continue;
                if (SchemaDifferences.ReasonOf(shape.Name, pointer, mine, other) is { } reason) Note(reason, shape);
                else unexplained.Add($"{shape} {pointer}: {mine ?? "-"} | {other ?? "-"}");
            }
        }

        foreach (var (reason, names) in shapes) this.TestContext.WriteLine($"{names.Count,4}  {reason}: {string.Join(' ', names.Take(6))}");
        Assert.IsEmpty(unexplained, string.Join("\n", unexplained));
        foreach (var reason in SchemaDifferences.All)
            StringAssert.Contains(MethodPage.Text.Replace("`", "", StringComparison.Ordinal), $"| {reason} | {shapes.GetValueOrDefault(reason)?.Count ?? 0} |", "the page's table");
        Assert.AreEqual(SchemaDifferences.All.Length, MethodPage.Text.Split("| difference |")[1].Split("\n\n")[0].Split("\n| ").Length - 1, "the page has a reason that no shape needs");

        void Note(string reason, MethodShape shape)
        {
            if (!shapes.TryGetValue(reason, out var names)) shapes[reason] = names = [];
            names.Add(shape.Name);
        }
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
