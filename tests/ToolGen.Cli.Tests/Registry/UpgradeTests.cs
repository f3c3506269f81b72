using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Registry;

namespace ToolGen.Cli.Tests.Registry;

[TestClass]
public sealed class UpgradeTests
{
    private const string Passphrase = "a staple and a horse";

    [TestMethod]
    public async Task After_an_upgrade_one_passphrase_signs_what_passes_and_nothing_else()
    {
        PseudoTerminal.Require();
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        folder.Write("tools/other.tool.json", Texts.Halve(output: Texts.TwoSamples).Replace("\"halve\"", "\"other\"", StringComparison.Ordinal));
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "add", "tools", "--registry", "new")).Code);
        using var key = ApproverKey.Create();
        key.Save(folder.Full("anna.key.pem"), Passphrase);

        // Approved as an older ToolGen saw them; and one that says that it passed what it does not pass.
        var options = RegistryOptions.For(folder.Full("registry"));
        string[] ids;
        await using (var source = await SqliteRegistry.OpenAsync(RegistryOptions.For(folder.Full("new"))))
        await using (var registry = await SqliteRegistry.OpenAsync(options))
        {
            await registry.GrantAsync(key.SignIn(registry.Id, "Anna", DateTimeOffset.UtcNow));
            var lies = Texts.Halve(output: """{ "value": 3 }""").Replace("\"halve\"", "\"wrong\"", StringComparison.Ordinal);
            var versions = source.List().Select(version => New(version, version.Spec)).Append(New(source.List().First(), lies));
            foreach (var version in versions)
            {
                var added = await registry.AddAsync(version, "maker");
                await registry.ApproveAsync(key.Approve(added, DateTimeOffset.UtcNow));
            }

            ids = [.. registry.List(ToolState.Approved).Select(version => version.Evidence.Id)];
            Assert.HasCount(3, ids);
        }

        var refused = await PseudoTerminal.RunAsync(folder.Path, [("key.pem: ", "not the passphrase")], "review", "--upgrade", "--registry", "registry", "--key", "anna.key.pem");
        Assert.AreEqual(1, refused.Code, refused.ToString());
        await using (var registry = await SqliteRegistry.OpenAsync(options)) CollectionAssert.AreEqual(ids, registry.List(ToolState.Approved).Select(version => version.Evidence.Id).ToArray());

        var signed = await PseudoTerminal.RunAsync(folder.Path, [("key.pem: ", Passphrase)], "review", "--upgrade", "--registry", "registry", "--key", "anna.key.pem");
        Assert.AreEqual(1, signed.Code, signed.ToString());
        foreach (var part in new[] { "fails   wrong 1.0.0", "changed halve 1.0.0, 2 samples passed: ToolGen", "2 pass, 2 of them", "1 fail", "halve 1.0.0 approved", "other 1.0.0 approved" }) StringAssert.Contains(signed.Out, part);
        await using (var registry = await SqliteRegistry.OpenAsync(options))
        {
            var now = registry.List(ToolState.Approved).ToArray();
            CollectionAssert.AreEqual(new[] { "halve", "other", "wrong" }, now.Select(version => version.Name).ToArray());
            Assert.IsTrue(now[..2].All(version => version.Evidence.ToolGen != "0.0.1" && version.Approval!.Evidence == version.Evidence.Id));
            Assert.AreEqual("0.0.1", now[2].Evidence.ToolGen);
        }
    }

    private static NewVersion New(StoredVersion version, string spec)
    {
        var read = Specification.Specs.SpecReader.Read("spec", System.Text.Encoding.UTF8.GetBytes(spec)).Spec!;
        var evidence = version.Evidence with { Tool = read.Name, ToolGen = "0.0.1", Identity = version.Evidence.Identity with { Spec = Specification.Specs.SpecHash.Of(read) } };
        return new() { Spec = spec, Evidence = evidence, McpTool = version.McpTool.Replace($"\"{version.Name}\"", $"\"{read.Name}\"", StringComparison.Ordinal) };
    }
}
