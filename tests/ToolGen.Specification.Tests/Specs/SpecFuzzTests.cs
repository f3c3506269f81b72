using System;
using System.IO;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Specs;

/// <summary>Nothing that a file holds makes reading throw, and every finding stands inside the file.</summary>
[TestClass]
public sealed class SpecFuzzTests
{
    private static readonly byte[][] Real = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Specs"), "*.json").Order().Select(File.ReadAllBytes).ToArray();

    private static readonly string[] Hostile =
    [
        "*/", "\\\"\\\"\\\"", "\\n#line 1 \\\"x\\\"", "#if false", "\\u2028#pragma", "[SuppressMessage]", "@class", "\\u202e", "\\ud800", "{{ }}", "{", "{0}", "\\u0000", "\"", "\\", "{\"a\":", "]", ",", "1e9999", "-", "/*", "//",
    ];

    [TestMethod]
    public void Random_bytes() => Gen.Byte.Array[0, 200].Sample(bytes => Check(SpecReader.Read("a.tool.json", bytes)), iter: 5_000);

    [TestMethod]
    public void Random_json_words() => Gen.Int[0, Hostile.Length - 1].Array[0, 40].Sample(
        picks => Check(SpecReader.Read(new SourceText("a.tool.json", string.Join(" ", picks.Select(pick => Hostile[pick]))))), iter: 3_000);

    [TestMethod]
    public void Real_specs_with_bytes_changed_cut_or_made_twice() => Gen.Select(Gen.Int[0, Real.Length - 1], Gen.Int[0, 10_000], Gen.Int[0, 60], Gen.Byte.Array[0, 4]).Sample(
        (pick, place, length, inserted) =>
        {
            var real = Real[pick];
            var at = place % real.Length;
            byte[] changed = [.. real[..at], .. inserted, .. real[Math.Min(real.Length, at + length)..]];
            Check(SpecReader.Read("a.tool.json", changed));
            TestsReader.Read(JsonReader.Read("a.tests.json", changed));
            Check(SpecReader.Read("a.tool.json", real[..at]));
        },
        iter: 2_000);

    [TestMethod]
    public void Hostile_text_in_every_string_of_real_specs()
    {
        foreach (var real in Real)
        {
            var text = System.Text.Encoding.UTF8.GetString(real);
            for (var i = text.IndexOf('"'); i >= 0; i = text.IndexOf('"', i + 1))
                Check(SpecReader.Read(new SourceText("a.tool.json", text.Insert(i + 1, Hostile[i % Hostile.Length]))));
        }
    }

    [TestMethod]
    public void Random_specs_are_read_and_mended_without_a_crash() => RandomSpecs.Seeds.Sample(
        seed =>
        {
            var random = new RandomSpecs(seed);
            var spec = random.Mutated(random.Spec());
            Check(SpecReader.Read(new SourceText("a.tool.json", spec.ToString())));
            SpecFixer.Fix(new SourceText("a.tool.json", spec.ToString()));
        },
        iter: 1_000);

    private static void Check(SpecReading reading)
    {
        foreach (var finding in reading.Findings)
        {
            Assert.IsTrue(finding.Place.Span.Start >= 0 && finding.Place.Span.End <= reading.Document.Source.Text.Length, finding.ToString());
            Assert.IsFalse(string.IsNullOrEmpty(finding.ToString()));
        }
    }
}
