using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Forge.Packages;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;

namespace ToolGen.Forge.Tests.Packages;

[TestClass]
public sealed class PackageTests
{
    private const string Deep = "namespace Deep { public static class Text { public static string Twice(string text) => text + text; } }";

    private const string Loud = """
        namespace Loud
        {
            public static class Voice
            {
                public static string Shout(string text) => Deep.Text.Twice(text).ToUpperInvariant();
                public static string Read(string path) => System.IO.File.ReadAllText(path);
            }
            public sealed class Horn { public int Tones { get; set; } public sealed class Bell<T> { } }
        }
        """;

    private const string Call = "return new Output(Loud.Voice.Shout(input.Text));";

    [TestMethod]
    public async Task A_granted_package_is_compiled_against_and_runs_in_the_sandbox()
    {
        using var feed = LoudFeed().Grant("Loud", "Loud.Voice Shout").Grant("Deep");

        var tool = await TryAsync(feed.Shelf, Spec(Call));

        Assert.IsFalse(tool.HasErrors, string.Join('\n', tool.Findings));
        Assert.AreEqual(RunOutcome.Passed, tool.Samples.Single().Result.Outcome);
        CollectionAssert.AreEqual(new[] { "Loud", "Deep" }, tool.Packages.Select(package => package.Id).ToArray());
        var reach = tool.Findings.Single(finding => finding.Id == "TG6063");
        Assert.AreEqual("Loud 1.0.0 reaches beyond values: files", reach.Message);
    }

    [TestMethod]
    public async Task What_the_grant_does_not_name_is_refused_of_a_granted_package()
    {
        using var feed = LoudFeed().Grant("Loud", "Loud.Voice Shout").Grant("Deep", "*");

        Assert.AreEqual("TG4001", await RefusedAsync(feed, "return new Output(Loud.Voice.Read(input.Text));"));
        Assert.AreEqual("TG4001", await RefusedAsync(feed, "return new Output(input.Text + new Loud.Horn().Tones);"));

        // Granted, but the spec does not name it: it is there for Loud alone.
        Assert.AreEqual("TG4001", await RefusedAsync(feed, "return new Output(Deep.Text.Twice(input.Text));"));
    }

    [TestMethod]
    public async Task Analyzers_are_told_and_not_run()
    {
        using var feed = new MadeFeed();
        feed.Make("Deep", Deep, more: ["analyzers/dotnet/cs/Deep.Rules.dll"]);

        StringAssert.StartsWith((await PackageReview.ReadAsync("Deep", null, feed.Folder))[0].Reaches.Single().Name, "the build of a project");
    }

    [TestMethod]
    public async Task Another_tool_of_the_set_does_not_get_the_package()
    {
        using var feed = LoudFeed().Grant("Loud", "*").Grant("Deep");

        var forge = new Forge { Packages = feed.Shelf };
        var set = await forge.TryAsync(forge.Make([Spec(Call), Spec(Call, name: "quiet", dependencies: "")]), Children.Sandbox);

        Assert.IsFalse(set.Tools[0].HasErrors, string.Join('\n', set.Tools[0].Findings));
        Assert.AreEqual("TG4001", set.Tools[1].Findings[0].Id);
    }

    [TestMethod]
    public async Task Nothing_is_taken_that_was_not_granted_with_its_hash()
    {
        using var feed = LoudFeed();
        var hash = new string('A', 86) + "==";

        Assert.AreEqual("TG6060", await RefusedAsync(feed, Call));
        Assert.AreEqual("TG6060", await RefusedAsync(LoudFeed().Grant(new PackageGrant("Loud", "[1.0.0]")), Call));
        Assert.AreEqual("TG6060", await RefusedAsync(LoudFeed().Grant(new PackageGrant("Loud", "(,2.0)") { Sha512 = hash }), Call));
        Assert.AreEqual("TG6060", await RefusedAsync(LoudFeed().Grant(new PackageGrant("Loud", "[2.0.0]") { Sha512 = hash }), Call));
        Assert.AreEqual("TG6061", await RefusedAsync(LoudFeed().Grant(new PackageGrant("Loud", "[1.0.0]") { Sha512 = hash }), Call));
        Assert.AreEqual("TG6061", await RefusedAsync(LoudFeed().Grant(new PackageGrant("Loud", "[1.5.0]") { Sha512 = hash }), Call));

        // What a package needs is asked for in the same way.
        Assert.AreEqual("TG6060", await RefusedAsync(LoudFeed().Grant("Loud", "*"), Call));
        Assert.AreEqual("TG6060", await RefusedAsync(LoudFeed().Grant("Loud", "Loud.Voice Whisper").Grant("Deep"), Call));
    }

    [TestMethod]
    [DataRow("runtimes/linux-x64/native/libloud.so")]
    [DataRow("build/Loud.targets")]
    [DataRow("buildTransitive/Loud.props")]
    [DataRow("BUILD\\Loud.targets")]
    [DataRow("tools/install.ps1")]
    [DataRow("contentFiles/any/any/Loud.cs")]
    [DataRow("lib/net8.0/Native.dll")]
    public async Task Packages_that_bring_more_than_code_to_call_are_refused(string entry)
    {
        using var feed = new MadeFeed();
        feed.Make("Deep", Deep);
        feed.Make("Loud", Loud, ["Deep"], [entry]);

        Assert.AreEqual("TG6062", await RefusedAsync(feed.Grant("Loud", "*").Grant("Deep"), Call));
    }

    [TestMethod]
    [DataRow("Loud", "namespace System.Collections.Generic { public class List<T> { public static void Run() { } } }")]
    [DataRow("Loud", "public static class Halve { }")]
    [DataRow("Loud", "namespace ToolGen { public static class ToolText { } }")]
    [DataRow("System.Text.Json", "namespace Loud { public static class Voice { } }")]
    [DataRow("ToolGen", "namespace Loud { public static class Voice { } }")]
    [DataRow("Loud", "namespace System.IO { public static class Other { } }")]
    [DataRow("Loud", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"ToolGen.Mutants\")] namespace Loud { public static class Voice { } }")]
    [DataRow("Loud", "[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(System.IO.File))] namespace Loud { public static class Voice { } }")]
    [DataRow("Loud [code] System.IO.File", "namespace Loud { public static class Voice { } }")]
    public async Task Packages_that_stand_in_for_what_is_there_already_are_refused(string assembly, string code)
    {
        using var feed = new MadeFeed();
        feed.Make("Loud", code, assembly: assembly);

        Assert.AreEqual("TG6062", await RefusedAsync(feed.Grant("Loud", "*"), Call));
    }

    [TestMethod]
    public async Task The_fallback_runs_where_a_package_is_not_to_be_had()
    {
        using var feed = LoudFeed();

        var tool = await TryAsync(feed.Shelf, Spec(Call, fallback: "return new Output((input.Text + input.Text).ToUpperInvariant());"));

        Assert.IsFalse(tool.HasErrors, string.Join('\n', tool.Findings));
        Assert.AreEqual(RunOutcome.Passed, tool.Samples.Single().Result.Outcome);
        Assert.AreEqual("`fallback` is what runs here: the package Loud is not granted: toolgen.json grants no package", tool.Findings.Single(finding => finding.Id == "TG6064").Message);
        Assert.IsEmpty(tool.Packages);
    }

    [TestMethod]
    public async Task The_fallback_passes_the_samples_even_where_it_is_not_needed()
    {
        using var feed = LoudFeed().Grant("Loud", "*").Grant("Deep");

        var good = await TryAsync(feed.Shelf, Spec(Call, fallback: "return new Output((input.Text + input.Text).ToUpperInvariant());"));
        var bad = await TryAsync(feed.Shelf, Spec(Call, fallback: "return new Output(input.Text);"));
        var other = await TryAsync(feed.Shelf, Spec(Call, fallback: Call));

        Assert.IsFalse(good.HasErrors, string.Join('\n', good.Findings));
        StringAssert.Contains(bad.Findings.Single(finding => finding.Id == "TG6065").Message, "example 1 fails");
        Assert.IsTrue(other.Findings.Any(finding => finding.Id == "TG6065"), "a fallback has no packages");
    }

    [TestMethod]
    public async Task Another_file_of_the_same_version_gets_another_worker()
    {
        using var feed = LoudFeed();
        using var other = new MadeFeed();
        other.Make("Deep", Deep.Replace("text + text", "text + \"!\"", System.StringComparison.Ordinal));
        other.Make("Loud", Loud, ["Deep"]);

        var first = await TryAsync(feed.Grant("Loud", "*").Grant("Deep").Shelf, Spec(Call));
        var second = await TryAsync(other.Grant("Loud", "*").Grant("Deep").Shelf, Spec(Call));

        Assert.AreEqual("""{"text":"AHAH"}""", first.Samples[0].Result.Output);
        Assert.AreEqual("""{"text":"AH!"}""", second.Samples[0].Result.Output);
    }

    [TestMethod]
    public void The_packages_are_part_of_the_version()
    {
        using var feed = LoudFeed().Grant("Loud", "*").Grant("Deep");

        var had = Evidence(feed.Shelf);
        var fallback = Evidence(PackageShelf.Empty);

        CollectionAssert.AreEqual(new[] { "Deep 1.0.0", "Loud 1.0.0" }, had.Identity.Packages.Select(package => $"{package.Package} {package.Version}").ToArray());
        Assert.AreNotEqual(had.Identity.Id, fallback.Identity.Id);
        Assert.AreEqual(had.Identity.Spec, fallback.Identity.Spec);

        static Specification.Evidence.ToolEvidence Evidence(PackageShelf shelf)
        {
            var forge = new Forge { Packages = shelf };
            return forge.EvidenceOf(forge.Make([Spec(Call, fallback: "return new Output((input.Text + input.Text).ToUpperInvariant());")])).Single().Evidence;
        }
    }

    [TestMethod]
    public async Task A_review_reads_a_package_and_all_that_it_needs()
    {
        using var feed = LoudFeed();

        var packages = await PackageReview.ReadAsync("loud", null, feed.Folder);

        CollectionAssert.AreEqual(new[] { "Loud 1.0.0", "Deep 1.0.0" }, packages.Select(package => $"{package.Id} {package.Version}").ToArray());
        CollectionAssert.AreEqual(new[] { "Loud.Horn", "Loud.Horn+Bell`1", "Loud.Voice" }, PackageReview.Types(packages[0]).ToArray());
        Assert.AreEqual("files (System.IO.File.ReadAllText)", packages[0].Reaches.Single().ToString());
        Assert.IsEmpty(packages[1].Reaches);
        Assert.IsFalse(Directory.Exists(Path.Combine(feed.Folder, "unpacked")), "nothing is unpacked");
        Assert.AreEqual("TG6061", (await Assert.ThrowsExactlyAsync<PackageException>(() => PackageReview.ReadAsync("Lout", null, feed.Folder))).Descriptor.Id);
    }

    private static MadeFeed LoudFeed()
    {
        var feed = new MadeFeed();
        feed.Make("Deep", Deep);
        feed.Make("Loud", Loud, ["Deep"]);
        return feed;
    }

    private static async Task<string> RefusedAsync(MadeFeed feed, string body)
    {
        var tool = await TryAsync(feed.Shelf, Spec(body));
        Assert.IsTrue(tool.HasErrors);
        return tool.Findings.First(finding => finding.Severity == Specification.Findings.FindingSeverity.Error).Id;
    }

    private static async Task<ForgedTool> TryAsync(PackageShelf shelf, SpecInput input)
    {
        var forge = new Forge { Packages = shelf };
        return (await forge.TryAsync(forge.Make([input]), Children.Sandbox)).Tools[0];
    }

    private static SpecInput Spec(string body, string name = "say", string dependencies = """ "dependencies": [{ "package": "Loud", "version": "[1.0,2.0)" }],""", string? fallback = null) => new(
        name + ".tool.json",
        Encoding.UTF8.GetBytes($$"""
            { "name": "{{name}}", "description": "Say it loud.",
              "inputSchema": { "type": "object", "properties": { "text": { "type": "string", "maxLength": 100 } }, "required": ["text"] },
              "outputSchema": { "type": "object", "properties": { "text": { "type": "string", "maxLength": 300 } }, "required": ["text"] },
              {{dependencies}}
              "implementation": { "kind": "code", "body": {{System.Text.Json.JsonSerializer.Serialize(body)}} },
              {{(fallback is null ? "" : $$"""
                "fallback": { "kind": "code", "body": {{System.Text.Json.JsonSerializer.Serialize(fallback)}} },
                """)}}
              "examples": [ { "input": { "text": "ah" }, "output": { "text": "AHAH" } } ] }
            """));
}
