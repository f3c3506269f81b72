using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox;
using ToolGen.Sandbox.Isolation;
using ToolGen.Specification;
using ToolGen.Specification.Evidence;

namespace ToolGen.Forge.Tests.Evidence;

/// <summary>The reader of evidence has lists of words, which other projects' names make: what is written for any of them is read back.</summary>
[TestClass]
public sealed class EvidenceWordsTests
{
    private static readonly string Hash = new('0', 64);

    [TestMethod]
    public void Every_outcome_end_level_and_station_is_read_back()
    {
        var forge = new Forge();
        var seen = forge.EvidenceOf(forge.Make([SpecTexts.Halve()])).Single().Evidence;

        foreach (var outcome in Words<RunOutcome>()) Same(seen with { Samples = new(new SeenSample("examples", 0, Hash, Hash, outcome)) });
        foreach (var end in Words<SandboxEnd>()) Same(seen with { Samples = new(new SeenSample("examples", 0, Hash, Hash, "passed") { Ended = end }) });
        foreach (var level in Words<IsolationLevel>()) Same(seen with { Isolation = level });
        Same(seen with { Stations = Words<Station>().ToEquatableArray() });
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    private static void Same(ToolEvidence evidence) =>
        Assert.AreEqual(evidence.Text, EvidenceReader.Read("words", Encoding.UTF8.GetBytes(evidence.Text)).Evidence?.Text);
}
