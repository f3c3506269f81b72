using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Fixes;
using ToolGen.Generator;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Testing;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests.Fixes;

/// <summary>The transform and code specs written blind: mended by machine alone, compiled, and every sample passes.</summary>
[TestClass]
public sealed class MendedSpecsTests
{
    [TestMethod]
    public async Task Every_sample_of_the_shared_transform_and_code_specs_passes_with_no_hand_edit()
    {
        var units = new List<(ToolSpec Spec, IReadOnlyList<Sample> Samples, ToolUnit Unit)>();
        foreach (var path in Directory.GetFiles(SharedData.Require("specs"), "*.tool.json").Order(StringComparer.Ordinal))
        {
            var mended = ToolFixer.Fix(new SourceText(Path.GetFileName(path), File.ReadAllText(path)));
            var spec = SpecReader.Read(mended.Spec).Spec;
            Assert.IsNotNull(spec, path);
            if (spec.Implementation is not (TransformImplementation or CodeImplementation) || spec.Implementation.Kind == "file") continue;
            units.Add((spec, [.. spec.Examples, .. TestsReader.Read(mended.HeldOut!, spec).Samples], Unit(spec)));
        }

        Assert.HasCount(11, units);
        var compiled = ToolCompiler.Compile(units.Select(entry => entry.Unit).ToArray());
        foreach (var tool in compiled.Tools) Assert.IsTrue(tool.IsCompiled, $"{tool.Unit.Name}\n{string.Join("\n", tool.Findings)}");
        using var loaded = new LoadedTools(compiled.Image.AsSpan());
        var count = 0;
        foreach (var (spec, samples, unit) in units)
        {
            foreach (var sample in samples)
            {
                var result = await SampleRunner.RunAsync(loaded.Find(unit.TypeName)!, spec, sample);
                Assert.AreEqual(SampleOutcome.Passed, result.Outcome, $"{spec.Name} {sample.Input}: {result.Describe()}");
                count++;
            }
        }

        Assert.AreEqual(51, count);
    }

    [TestMethod]
    [DataRow("return new Output(input.items.Sum(i => i.unit_price), 1);", "return new Output(input.Items.Sum(i => i.UnitPrice), 1);")]
    [DataRow("return new Output(1.5m, 1);", "return new Output((double)(1.5m), 1);")]
    [DataRow("double total = Math.Round(1.5m); return new Output(total, 1);", "double total = (double)Math.Round(1.5m); return new Output(total, 1);")]
    [DataRow("var list = new List<Item>(input.Items); return new Output(list.Count, 1);", "var list = new List<ItemsItem>(input.Items); return new Output(list.Count, 1);")]
    [DataRow("var boxes = new Box[0]; return new Output(boxes.Length, 1);", "var boxes = new BoxesItem[0]; return new Output(boxes.Length, 1);")]
    [DataRow("Entry e = null!; return new Output(1, 1);", "Entry e = null!; return new Output(1, 1);")]
    public void What_only_the_compiler_sees_is_mended(string written, string mended)
    {
        var result = ToolFixer.Fix(Spec(written));
        Assert.AreEqual(Spec(mended).Text, result.Spec.Text, string.Join("\n", result.Remaining));
        Assert.AreEqual(0, ToolFixer.Fix(result.Spec).Applied.Count);
        Assert.AreEqual(written == mended, result.Applied.Count == 0);
    }

    private static SourceText Spec(string body) => new("t.tool.json", """
        {
          "name": "t", "description": "A tool of the tests.",
          "inputSchema": { "type": "object", "properties": {
            "items": { "type": "array", "items": { "type": "object", "properties": { "unit_price": { "type": "number" } }, "required": ["unit_price"] } },
            "boxes": { "type": "array", "items": { "type": "object", "properties": { "width": { "type": "number" } }, "required": ["width"] } }
          }, "required": ["items", "boxes"] },
          "outputSchema": { "type": "object", "properties": { "total": { "type": "number" }, "count": { "type": "integer" } }, "required": ["total", "count"] },
          "implementation": { "kind": "code", "body":
        """ + JsonWriter.Quote(body) + """
         },
          "examples": [{ "input": { "items": [], "boxes": [] }, "output": "?" }]
        }
        """);

    private static ToolUnit Unit(ToolSpec spec)
    {
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        Assert.IsFalse(generated.IsFallback, string.Join("\n", generated.Findings.Where(finding => finding.Severity == FindingSeverity.Error)));
        return new ToolUnit(spec.Name, "Tools", generated.ClassName, "#nullable enable\n" + generated.Source, spec.Source, spec.Root)
        {
            Capabilities = spec.Implementation is CodeImplementation ? spec.Capabilities.Select(line => line.Value).ToArray() : null,
        };
    }
}
