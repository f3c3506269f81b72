using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Registry;

namespace ToolGen.Cli.Tests.Registry;

/// <summary>What a person is not let to do by a yes alone.</summary>
[TestClass]
public sealed class RefusedTests
{
    private const string Passphrase = "a staple and a horse";

    [TestMethod]
    public async Task A_number_that_says_too_little_is_not_approved_though_it_came_before_the_one_that_it_is_measured_by()
    {
        PseudoTerminal.Require();
        using var folder = new TestFolder();
        using var key = ApproverKey.Create();
        key.Save(folder.Full("anna.key.pem"), Passphrase);
        folder.Write("next/halve.tool.json", Texts.Halve(output: Texts.TwoSamples).Replace("\"maximum\": 100 }, \"by\"", "\"maximum\": 50 }, \"by\"", StringComparison.Ordinal).Replace("\"description\"", "\"version\": \"1.0.1\", \"description\"", StringComparison.Ordinal));
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        foreach (var tools in new[] { "next", "tools" }) Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "add", tools, "--registry", "registry")).Code);
        await using (var registry = await SqliteRegistry.OpenAsync(RegistryOptions.For(folder.Full("registry")))) await registry.GrantAsync(key.SignIn(registry.Id, "Anna", DateTimeOffset.UtcNow));

        var first = await ApproveAsync(folder, "halve@1.0.0");
        Assert.AreEqual(0, first.Code, first.ToString());
        var refused = await PseudoTerminal.RunAsync(folder.Path, [], "approve", "halve@1.0.1", "--registry", "registry", "--key", "anna.key.pem");
        Assert.AreEqual(1, refused.Code, refused.ToString());
        StringAssert.Contains(refused.Out, "owes a major one: give it the version 2.0.0");
        var found = await Toolgen.RunAsync(folder.Path, "find", "divide", "--registry", "registry");
        StringAssert.Contains(found.Out, "halve 1.0.0");
    }

    [TestMethod]
    public async Task An_older_copy_is_refused_until_a_person_types_how_its_root_begins()
    {
        PseudoTerminal.Require();
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Task<Ended> Run(params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", "registry"]);
        Assert.AreEqual(0, (await Run("add", "tools")).Code);
        using var verified = JsonDocument.Parse((await Run("audit", "verify", "--json")).Out);
        var root = verified.RootElement.GetProperty("root").GetString()!;
        StringAssert.Contains((await Run("audit", "verify")).Out, $"the root of all records is {root}");
        var copy = Directory.EnumerateFiles(folder.Full("registry")).ToDictionary(path => path, File.ReadAllBytes);
        Assert.AreEqual(0, (await Run("reject", "halve", "--reason", "twice the same")).Code);
        foreach (var path in Directory.EnumerateFiles(folder.Full("registry"))) File.Delete(path);
        foreach (var (path, bytes) in copy) File.WriteAllBytes(path, bytes);

        var refused = await Run("list");
        Assert.AreEqual(1, refused.Code, refused.ToString());
        StringAssert.Contains(refused.Error, "toolgen audit accept");
        string[] accept = ["audit", "accept", "--reason", "the disk failed", "--registry", "registry"];
        Assert.AreEqual(3, (await PseudoTerminal.RunWithoutAsync(folder.Path, root[..8] + "\n", accept)).Code);
        Assert.AreEqual(3, (await PseudoTerminal.RunAsync(folder.Path, [("of the root: ", "AAAAAAAA")], accept)).Code);
        Assert.AreEqual(1, (await Run("list")).Code);
        var accepted = await PseudoTerminal.RunAsync(folder.Path, [("of the root: ", root[..8])], accept);
        Assert.AreEqual(0, accepted.Code, accepted.ToString());
        StringAssert.Contains(accepted.Out, root);
        Assert.AreEqual(0, (await Run("list")).Code);
        StringAssert.Contains((await Run("audit", "--kind", "accepted")).Out, "the disk failed");
        var clean = await Run("verify", "--all");
        Assert.AreEqual(0, clean.Code, clean.ToString());
        StringAssert.Contains(clean.Out, "took the log over");
    }

    private static Task<Ended> ApproveAsync(TestFolder folder, string what) =>
        PseudoTerminal.RunAsync(folder.Path, [("key.pem: ", Passphrase)], "approve", what, "--registry", "registry", "--key", "anna.key.pem");
}
