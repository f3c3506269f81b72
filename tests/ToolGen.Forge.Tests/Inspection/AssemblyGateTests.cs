using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Inspection;
using ToolGen.TestSupport.AllowList;

namespace ToolGen.Forge.Tests.Inspection;

/// <summary>The gate alone, over a sample; the measurement <c>allow-list</c> runs all.</summary>
[TestClass]
public sealed class AssemblyGateTests
{
    private const int Every = 9;

    [TestMethod]
    public void Refuses_escapes_of_each_class() =>
        Assert.AreEqual("", string.Join(", ", Sample("escapes").Where(snippet => Inspect(snippet.Compile()).Count == 0).Select(snippet => snippet.Name)));

    [TestMethod]
    public void Refuses_what_no_compiler_of_csharp_writes() =>
        Assert.AreEqual("", string.Join(", ", HandMadeEscapes.All().Where(escape => Inspect(escape.Image).Count == 0).Select(escape => escape.Name)));

    [TestMethod]
    public void Lets_through_what_only_computes() =>
        Assert.AreEqual("", string.Join(", ", Sample("benign").SelectMany(snippet => Inspect(snippet.Compile()).Select(refusal => $"{snippet.Name}: {string.Join(' ', refusal.Arguments)}"))));

    [TestMethod]
    public void Lets_the_plain_image_through_that_hand_made_escapes_begin_with() => Assert.IsEmpty(Inspect(HandMadeEscapes.Plain()));

    [TestMethod]
    [DataRow("clock-without-a-capability", "clock", "http")]
    [DataRow("files-without-a-capability", "read", "write")]
    public void Effect_passes_with_its_capability_and_with_no_other(string name, string right, string wrong)
    {
        var image = MemberSnippet.Read("escapes").Single(snippet => snippet.Name == name).Compile();

        Assert.IsEmpty(Inspect(image, right));
        CollectionAssert.AreEqual(new[] { "TG4012" }, Inspect(image, wrong).Select(refusal => refusal.Descriptor.Id).Distinct().ToArray());
    }

    [TestMethod]
    public void Refusal_names_the_class_the_member_and_what_to_use()
    {
        var refusal = Inspect(MemberSnippet.Read("escapes").Single(snippet => snippet.Name == "machine-name").Compile()).First();

        Assert.AreEqual("TG4011", refusal.Descriptor.Id);
        Assert.AreEqual("Escape", refusal.TypeName);
        StringAssert.StartsWith(string.Join(" | ", refusal.Arguments), "Escape.Run | System.Environment");
        StringAssert.Contains(refusal.Arguments[2], "context.Setting(name)");
        Assert.AreEqual(2, refusal.Site!.Line);
    }

    private static IEnumerable<MemberSnippet> Sample(string folder) =>
        MemberSnippet.Read(folder).GroupBy(snippet => snippet.Set).SelectMany(set => set.Where((_, index) => index % Every == 0));

    private static IReadOnlyList<Refusal> Inspect(ImmutableArray<byte> image, params string[] words) =>
        AssemblyGate.Inspect(image, new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal) { ["Escape"] = words });
}
