using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Registry;

/// <summary>What becomes of a tool, from its first spec to its end, as a person sees it.</summary>
[TestClass]
public sealed class StoryTests
{
    private const string Passphrase = "a staple and a horse";

    [TestMethod]
    public async Task A_tool_is_added_reviewed_approved_found_followed_by_another_version_and_taken_back()
    {
        PseudoTerminal.Require();
        using var folder = new TestFolder();
        Task<Ended> Run(params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", "registry"]);
        Task<Ended> AtTerminal((string, string)[] answers, params string[] args) => PseudoTerminal.RunAsync(folder.Path, answers, [.. args, "--registry", "registry", "--key", "anna.key.pem"]);

        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        await OkAsync(Run("add", "tools"), "halve 1.0.0 candidate ");
        await OkAsync(Run("list"), "halve  1.0.0  candidate  code  ");
        await OkAsync(Run("review", "halve"), "do nothing but compute\n", "2 of 2 passed", "no version of it was approved before");
        await OkAsync(Run("find", "divide"), "nothing fits");

        // A program that knows the passphrase and has no terminal gets nowhere; neither does a person who does not know it.
        var made = await AtTerminal([("characters: ", Passphrase), ("again: ", Passphrase)], "key", "new", "--name", "Anna");
        Assert.AreEqual(0, made.Code, made.ToString());
        Assert.IsFalse(made.Out.Contains(Passphrase, StringComparison.Ordinal), made.ToString());
        var programs = await PseudoTerminal.RunWithoutAsync(folder.Path, Passphrase + "\n", "approve", "halve", "--registry", "registry", "--key", "anna.key.pem");
        Assert.AreEqual(3, programs.Code, programs.ToString());
        StringAssert.Contains(programs.Error, "a person at a terminal");
        var strangers = await AtTerminal([("key.pem: ", "not the passphrase")], "approve", "halve");
        Assert.AreEqual(1, strangers.Code, strangers.ToString());
        await OkAsync(Run("list", "--state", "candidate"), "halve");

        var approved = await AtTerminal([("key.pem: ", Passphrase)], "approve", "halve");
        Assert.AreEqual(0, approved.Code, approved.ToString());
        foreach (var part in new[] { "Worth", "This approves halve 1.0.0", "halve 1.0.0 approved" }) StringAssert.Contains(approved.Out, part);
        await OkAsync(Run("find", "divide"), "halve 1.0.0  Divide.");

        // It takes less than before, and is a patch by its number: refused, with the number to take.
        folder.Write("next/halve.tool.json", Texts.Halve(output: Texts.TwoSamples).Replace("\"maximum\": 100 }, \"by\"", "\"maximum\": 50 }, \"by\"", StringComparison.Ordinal).Replace("\"description\"", "\"version\": \"1.0.1\", \"description\"", StringComparison.Ordinal));
        var small = await Run("add", "next");
        Assert.AreEqual(1, small.Code, small.ToString());
        StringAssert.Contains(small.Out, "owes a major one: give it the version 2.0.0");
        StringAssert.Contains(small.Out, "/inputSchema/properties/n/maximum");
        await OkAsync(Run("history", "halve"), "halve 1.0.0 approved ");

        folder.Write("next/halve.tool.json", folder.Read("next/halve.tool.json").Replace("1.0.1", "2.0.0", StringComparison.Ordinal));
        await OkAsync(Run("add", "next"), "halve 2.0.0 candidate ");
        await OkAsync(Run("diff", "halve"), "halve 1.0.0 (approved) → 2.0.0 (candidate): a major step is owed, a major one is taken", "-  \"inputSchema\"", "+  \"inputSchema\"");
        Assert.AreEqual(0, (await AtTerminal([("key.pem: ", Passphrase)], "approve", "halve@2")).Code);
        await OkAsync(Run("find", "divide"), "halve 2.0.0  ");
        await OkAsync(Run("rollback", "halve", "--reason", "half of the callers have larger numbers"), "halve 1.0.0 approved ");
        await OkAsync(Run("find", "divide"), "halve 1.0.0  ");
        await OkAsync(Run("revoke", "halve@1", "--reason", "over"), "halve 1.0.0 revoked ");

        // Its number is not used again, by nobody.
        folder.Write("tools/halve.tool.json", Texts.Halve("return new Output(input.N / input.By + 0);", Texts.TwoSamples));
        var again = await Run("add", "tools");
        Assert.AreEqual(1, again.Code, again.ToString());
        StringAssert.Contains(again.Out, "numbers are never used again");

        await OkAsync(Run("verify", "--all"), "2 versions, 2 approvals: as written");
        using var log = JsonDocument.Parse((await Run("audit", "--count", "100", "--json")).Out);
        var kinds = log.RootElement.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("kind").GetString()).ToArray();
        CollectionAssert.IsSubsetOf(new[] { "created", "added", "trusted", "approved", "deprecated", "revoked" }, kinds);

        // One letter of the file is another.
        EditLog(folder.Full("registry/registry.db"));
        var edited = await Run("audit", "verify");
        Assert.AreEqual(1, edited.Code, edited.ToString());
    }

    private static async Task OkAsync(Task<Ended> running, params string[] parts)
    {
        var run = await running;
        Assert.AreEqual(0, run.Code, run.ToString());
        foreach (var part in parts) StringAssert.Contains(run.Out, part, run.ToString());
    }

    private static void EditLog(string path)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE log SET body = replace(body, 'over', 'ovex') WHERE kind = 'revoked'";
        Assert.AreEqual(1, command.ExecuteNonQuery());
    }
}
