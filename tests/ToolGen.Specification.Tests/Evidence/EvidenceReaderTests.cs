using System;
using System.Linq;
using System.Text;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Evidence;

namespace ToolGen.Specification.Tests.Evidence;

[TestClass]
public sealed class EvidenceReaderTests
{
    private static readonly string Hash = new('a', 64);

    private static readonly ToolEvidence Whole = new()
    {
        Tool = "halve",
        Version = "1.0.0",
        Kind = "code",
        ToolGen = "0.1.0",
        Identity = new() { Spec = Hash, Companion = new('b', 64), Steps = new(new ToolStep("other", Hash), new ToolStep("third", null)), Code = Hash, Source = Hash, Templates = Hash },
        Authors = new("maker", "judge \"\u202e\" é"),
        Stations = new("read", "generate", "compile", "inspect", "try", "worth"),
        Findings = new(new SeenFinding("TG5062", "info", new("spec", 6, 12, 6, 20), "every sample still passes\nwith `+`")),
        Samples = new(
            new SeenSample("examples", 0, Hash, """{"output":{"value":2,"deep":[1.5,{"a":null}]},"compare":{"tolerance":0.5}}""", "passed") { Name = "even", Output = Hash, Ended = "answered" },
            new SeenSample("tests", 0, new('c', 64), Hash, "failed") { Errors = new("invalid_input /by", "limit") }),
        Capabilities = new() { Declared = new("clock", "read data/**"), Found = new("clock", "read"), Observed = new("clock"), Refused = new("write out/a") },
        Isolation = "bubblewrap",
        Limits = new("http", "timeout"),
        Worth = new(12, new(new SeenChange(new("companion", 3, 1, 3, 4), "a + b", "a - b")), """{"value":2}"""),
        Inputs = new(20, 1, 0, 10, 0),
    };

    [TestMethod]
    public void What_is_written_is_read_back_the_same()
    {
        var reading = Read(Whole.Text);
        Assert.IsEmpty(reading.Findings, string.Join("\n", reading.Findings));
        Assert.AreEqual(Whole.Text, reading.Evidence!.Text);
        Assert.AreEqual(Whole.Id, reading.Evidence.Id);
        Assert.AreEqual(Whole.Identity.Id, reading.Evidence.Identity.Id);
        Assert.AreEqual(Whole, reading.Evidence);
    }

    [TestMethod]
    public void A_tool_that_was_refused_at_once_is_read_back_too()
    {
        var bare = new ToolEvidence { Tool = "", ToolGen = "0.1.0" };
        Assert.AreEqual(bare, Read(bare.Text).Evidence);
        Assert.AreEqual(bare, Read(bare.Text + "\n").Evidence);
        Assert.IsNull(bare.Identity.Id);
        Assert.IsFalse(bare.IsSound);
    }

    [TestMethod]
    [DataRow("\"format\":1", "\"format\":2", "format")]
    [DataRow("\"format\":1", "\"format\":1.0", "whole number")]
    [DataRow("\"tool\":\"halve\"", "\"tool\":\"halve\",\"approved\":true", "members beyond")]
    [DataRow("\"kind\":\"code\",", "", "kind is missing")]
    [DataRow("\"outcome\":\"failed\"", "\"outcome\":\"fine\"", "one of these")]
    [DataRow("\"severity\":\"info\"", "\"severity\":5", "a text")]
    [DataRow("\"isolation\":\"bubblewrap\"", "\"isolation\":\"total\"", "one of these")]
    [DataRow("[\"clock\",\"read data/**\"]", "[\"read data/**\",\"clock\"]", "ordinal order")]
    [DataRow("[\"http\",\"timeout\"]", "[\"http\",\"http\"]", "ordinal order")]
    [DataRow("[\"read\",\"generate\"", "[\"generate\",\"read\"", "not in their order")]
    [DataRow("\"index\":0", "\"index\":-1", "whole number")]
    [DataRow("\"index\":0", "\"index\":99999999999", "whole number")]
    [DataRow("\"tool\":", " \"tool\":", "blanks")]
    [DataRow("\"changes\":12", "\"changes\":\"12\"", "whole number")]
    [DataRow("\"id\":\"TG5062\"", "\"id\":\"TG5062\\n\"", "id of a finding")]
    [DataRow("\"steps\":[", "\"steps\":[7,", "an object")]
    public void What_this_version_would_not_write_is_refused_at_its_place(string old, string put, string why)
    {
        var text = Whole.Text;
        StringAssert.Contains(text, old);
        var reading = Read(text[..text.IndexOf(old, StringComparison.Ordinal)] + put + text[(text.IndexOf(old, StringComparison.Ordinal) + old.Length)..]);
        Assert.IsNull(reading.Evidence);
        Assert.AreEqual("TG6051", reading.Findings.Single().Id);
        StringAssert.Contains(reading.Findings[0].Message, why);
    }

    [TestMethod]
    public void The_id_of_a_version_is_that_of_its_parts()
    {
        var other = Whole with { Identity = Whole.Identity with { Companion = null } };
        Assert.AreNotEqual(Whole.Identity.Id, other.Identity.Id);
        Assert.IsNull(Read(Whole.Text.Replace(Whole.Identity.Id!, other.Identity.Id!, StringComparison.Ordinal)).Evidence);

        // Samples, texts and who found what are no part of a version; its code's hash is told by its spec's.
        Assert.AreEqual(Whole.Identity.Id, (Whole.Identity with { Source = null, Templates = null, Code = null }).Id);
    }

    [TestMethod]
    public void No_bytes_make_it_throw()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole.Text);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[0, 40]).Sample((at, value, cut) =>
        {
            var changed = bytes[..at].Append(value).Concat(bytes[Math.Min(bytes.Length, at + cut)..]).ToArray();
            var reading = EvidenceReader.Read("a.evidence.json", changed);

            // What is read is what was written: nothing that the file says is lost or added.
            if (reading.Evidence is { } evidence) Assert.AreEqual(Encoding.UTF8.GetString(changed).TrimEnd('\n'), evidence.Text);
            else Assert.IsNotEmpty(reading.Findings);
        }, iter: 3_000);
    }

    [TestMethod]
    public void Too_large_and_no_utf8_are_told()
    {
        StringAssert.Contains(EvidenceReader.Read("a", new byte[EvidenceReader.MaximumBytes + 1]).Findings.Single().Message, "more than");
        StringAssert.Contains(EvidenceReader.Read("a", [0xff, 0xfe, 0x7b]).Findings.Single().Message, "UTF-8");
    }

    private static EvidenceReading Read(string text) => EvidenceReader.Read("halve.evidence.json", Encoding.UTF8.GetBytes(text));
}
