using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Compose;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Places;

/// <summary>A debugger stops in the <c>.tool.json</c>, at the C# that runs, in every kind and in optimized code too.</summary>
[TestClass]
public sealed class SequencePointTests
{
    public static IEnumerable<object[]> Builds => KindPlaces.All.SelectMany(
        kind => new[] { OptimizationLevel.Debug, OptimizationLevel.Release }, (kind, optimization) => new object[] { kind.Kind, optimization });

    [TestMethod]
    [DynamicData(nameof(Builds))]
    public void CSharp_of_a_spec_has_its_sequence_points_at_its_own_place(string kind, OptimizationLevel optimization)
    {
        var places = KindPlaces.All.Single(each => each.Kind == kind);
        var spec = TestSpec.Read(places.Spec);
        var generated = ToolSource.Generate(spec, new GenerationOptions { Tools = Composite.Signatures(KindPlaces.Child) });
        Assert.IsFalse(generated.IsFallback, string.Join("\n", generated.Findings));

        var points = SequencePoints.In(".tool.json", generated, optimization);

        var missing = places.Code.Where(code => !points.Contains(PlaceOf(places.Spec, code)))
            .Select(code => $"{code} at {PlaceOf(places.Spec, code)}").ToArray();
        Assert.IsEmpty(missing, string.Join("\n", missing) + "\nfound: " + string.Join(" ", points.Order()) + "\n" + generated.Source);
    }

    private static (int Line, int Column) PlaceOf(string text, string code)
    {
        var offset = text.IndexOf("\"" + code, StringComparison.Ordinal) is var quoted and >= 0 ? quoted + 1 : text.IndexOf(code, StringComparison.Ordinal);
        var before = text[..offset];
        return (before.Count(c => c == '\n') + 1, offset - before.LastIndexOf('\n'));
    }
}
