using System;
using System.IO;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd;

/// <summary>What a project brings beside specs: methods with <c>[Tool]</c>, and a kind of its own.</summary>
internal static class HandWritten
{
    /// <summary>Methods of the shapes whose conversion could need reflection.</summary>
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using System.Text.Json.Nodes;
        using System.Threading;
        using System.Threading.Tasks;
        using ToolGen;

        namespace Ten;

        [Flags]
        public enum Extras { Breakfast = 1, Parking = 2 }

        public enum Room { Single, Suite }

        public record Guest(string Name, DateOnly? Born = null) { public IReadOnlyList<Guest> Children { get; init; } = []; }

        public readonly record struct Stay(Room Room, int Guests, IReadOnlyDictionary<string, decimal> Prices, Extras Extras);

        public sealed class Hotel
        {
            /// <summary>Plans a stay.</summary>
            [Tool(ReadOnly = true, OpenWorld = false)]
            public async Task<Stay> PlanStayAsync(Guest guest, [Range(1, 3)] int nights, ToolContext context, Extras extras = default, JsonNode? notes = null, [RegularExpression("^(?:[A-Z]{2}\\d+|none)$")] string key = "none", CancellationToken token = default)
            {
                await Task.Delay(1, token);
                context.Log(notes?.ToString() ?? "");
                return new(guest.Children.Count > 1 ? Room.Suite : Room.Single, 1 + guest.Children.Count, new Dictionary<string, decimal> { ["night"] = 80.5m, ["all"] = 80.5m * nights }, extras | Extras.Parking);
            }

            /// <summary>Counts up.</summary>
            [Tool]
            public static async IAsyncEnumerable<(int, string?)> CountUp(HashSet<int> numbers)
            {
                await Task.Yield();
                foreach (var number in numbers.Order()) yield return (number, number > 1 ? null : "one");
            }
        }
        """;

    private static readonly (string Tool, string Input, string Line)[] Calls =
    [
        ("plan_stay", """{"guest":{"name":"Ada","children":[{"name":"B","born":"2020-02-29"},{"name":"C"}]},"nights":2,"extras":["Breakfast"],"notes":{"a":[1]}}""",
            """plan_stay {"room":"Suite","guests":3,"prices":{"night":80.5,"all":161.0},"extras":["Breakfast","Parking"]}"""),
        ("plan_stay", """{"guest":{"name":"Ada","children":[{"nome":"B"}]},"nights":2}""", "invalid_input: /guest/children/0/n"),
        ("plan_stay", """{"guest":{"name":"Ada"},"nights":1,"key":"AB12"}""", """plan_stay {"room":"Single","guests":1,"prices":{"night":80.5,"all":80.5},"extras":["Parking"]}"""),
        ("plan_stay", """{"guest":{"name":"Ada"},"nights":1,"key":"A12"}""", "invalid_input: /key"),
        ("count_up", """{"numbers":[2,1]}""", """count_up {"result":[[1,"one"],[2,null]]}"""),
        ("repository_stars", """{"owner":"a","name":"b"}""", "repository_stars denied: "),
    ];

    /// <summary>The kind that <c>own.md</c> works through, and its spec.</summary>
    public static Consumer WithOwnKind(this Consumer consumer, string project)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "src/ToolGen.Generator/Kinds/Own/own.md"));
        return consumer.Write($"{project}/kinds/graphql.tool.schema.json", Block("json", 0)).Write($"{project}/kinds/graphql.tool.sbn", Block("scriban", 0)).Write($"{project}/tools/repository_stars.tool.json", Block("json", 1));

        string Block(string language, int index) => page.Split($"```{language}\n")[index + 1].Split("```")[0];
    }

    /// <summary>Adds calls to those of a file.</summary>
    public static string AndCalls(string file)
    {
        var all = JsonNode.Parse(file)!.AsArray();
        foreach (var (tool, input, _) in Calls) all.Add(new JsonObject { ["tool"] = tool, ["input"] = JsonNode.Parse(input) });
        return all.ToJsonString();
    }

    public static void AssertAnswers(string printed)
    {
        foreach (var (_, _, line) in Calls) Assert.Contains(line, printed, StringComparison.Ordinal);
    }
}
