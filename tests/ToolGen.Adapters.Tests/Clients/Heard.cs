using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Adapters.Tests.Clients;

/// <summary>What a client of the Model Context Protocol heard from the server of the ten tools.</summary>
/// <param name="Version">Of the protocol, as agreed with the server.</param>
/// <param name="Tools">As listed, whole.</param>
/// <param name="Answers">The results of the calls, whole, in order.</param>
internal sealed record Heard(string Version, IReadOnlyList<JsonElement> Tools, IReadOnlyList<JsonElement> Answers)
{
    private static readonly string[] Told = ["title", "description", "inputSchema", "outputSchema", "annotations"];
    private static readonly string[] Answered = ["isError", "structuredContent"];

    /// <summary>The same list, and the same answers and errors, as another client heard.</summary>
    public void MustBe(Heard other)
    {
        Assert.AreEqual(Names(other.Tools), Names(this.Tools));
        foreach (var (tool, same) in this.Tools.OrderBy(Name).Zip(other.Tools.OrderBy(Name))) MustBe(same, tool, Told, Name(tool));
        Assert.HasCount(other.Answers.Count, this.Answers);
        foreach (var (answer, same) in this.Answers.Zip(other.Answers))
        {
            MustBe(same, answer, Answered, answer.GetRawText());
            Assert.AreEqual(Text(same), Text(answer));
        }
    }

    /// <summary>What the contract itself says to the same calls.</summary>
    public void MustBe(IReadOnlyList<Said> calls)
    {
        Assert.HasCount(calls.Count, this.Answers);
        foreach (var (answer, said) in this.Answers.Zip(calls))
        {
            Assert.AreEqual(said.Errors ?? said.Output, Text(answer), said.Tool);
            Assert.AreEqual(said.Errors is not null, answer.TryGetProperty("isError", out var isError) && isError.GetBoolean(), said.Tool);
            if (said.Output is not null) Assert.IsTrue(JsonElement.DeepEquals(JsonElement.Parse(said.Output), answer.GetProperty("structuredContent")), said.Tool);
        }
    }

    private static void MustBe(JsonElement expected, JsonElement actual, IEnumerable<string> members, string what)
    {
        foreach (var member in members)
        {
            var (isThere, isHere) = (expected.TryGetProperty(member, out var theirs), actual.TryGetProperty(member, out var ours));
            Assert.IsTrue(isThere == isHere && (!isThere || JsonElement.DeepEquals(theirs, ours)), $"{member} of {what}:\n{(isThere ? theirs.GetRawText() : "nothing")}\n{(isHere ? ours.GetRawText() : "nothing")}");
        }
    }

    private static string Text(JsonElement answer) => answer.GetProperty("content").EnumerateArray().Single().GetProperty("text").GetString()!;

    private static string Names(IEnumerable<JsonElement> tools) => string.Join(' ', tools.Select(Name).Order());

    private static string Name(JsonElement tool) => tool.GetProperty("name").GetString()!;
}
