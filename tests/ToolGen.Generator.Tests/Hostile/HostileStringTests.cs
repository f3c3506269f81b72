using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>
/// A hostile string in every place of a spec: the shape of the generated source is that of a harmless string in the same place, or the
/// spec is refused and leaves the fallback type. Nothing throws, nothing gets out of its place.
/// </summary>
[TestClass]
public sealed class HostileStringTests
{
    private static readonly string FallbackShape = SyntaxShape.Of(GeneratorRun.Of(("tools/a.tool.json", "{}")).Tools().Single());

    [TestMethod]
    public void Spec_with_every_member_is_generated_whole()
    {
        foreach (var (path, text) in BaseSpecs.All.Take(2))
        {
            var run = GeneratorRun.Of((path, text));
            Assert.IsFalse(run.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), string.Join("\n", run.Diagnostics));
        }
    }

    [TestMethod]
    public void Every_string_of_every_member_keeps_its_place() => Attack(BaseSpecs.All.Take(2), HostileStrings.All);

    [TestMethod]
    public void Every_string_of_real_specs_keeps_its_place() => Attack(BaseSpecs.All.Skip(2), HostileStrings.All.Where((_, i) => i % 4 == 0).ToArray());

    [TestMethod]
    public void A_megabyte_keeps_its_place() => Attack([BaseSpecs.All[0]], [HostileStrings.Megabyte]);

    [TestMethod]
    public void Path_of_a_spec_keeps_its_place()
    {
        var shape = Shape(GeneratorRun.Of(BaseSpecs.All[0]));
        foreach (var folder in new[] { "a\"b", "a\nb", "a\u2028#error x\u2028", "*/", "{{ 1+1 }}", "\u202E", "a\r", "\u0001" })
        {
            var run = GeneratorRun.Of((folder + "/every_member.tool.json", BaseSpecs.EveryMember));
            Assert.IsNull(run.Crash(), folder);
            Assert.AreEqual(shape, Shape(run), folder);
        }
    }

    private static void Attack(IEnumerable<(string Path, string Text)> specs, IReadOnlyList<string> hostile)
    {
        var failures = new ConcurrentBag<string>();
        var accepted = 0;
        foreach (var (path, text) in specs)
        {
            var original = Shape(GeneratorRun.Of((path, text)));
            System.Threading.Tasks.Parallel.ForEach(JsonPlaces.StringsOf(text), new() { MaxDegreeOfParallelism = 2 }, place =>
            {
                HashSet<string>? harmless = null;
                foreach (var raw in hostile)
                {
                    var run = GeneratorRun.Of((path, JsonPlaces.Fill(place.Document, raw)));
                    var shape = Shape(run);
                    var where = $"{path} {place.Path.Replace('\u0001', '/')} {(raw.Length > 80 ? raw[..80] : raw)}";
                    if (run.Crash() is { } crash) failures.Add($"{where}: crashed: {crash}");
                    foreach (var tree in run.GeneratedTrees)
                        if (tree.GetDiagnostics().Any()) failures.Add($"{where}: {tree.GetDiagnostics().First()}");
                    if (run.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
                    {
                        if (run.Tools().Length != 1 || shape != FallbackShape) failures.Add($"{where}: has errors, and no fallback");
                        continue;
                    }

                    System.Threading.Interlocked.Increment(ref accepted);
                    harmless ??= [original, .. HostileStrings.Harmless.Select(benign => Shape(GeneratorRun.Of((path, JsonPlaces.Fill(place.Document, benign)))))];
                    if (!harmless.Contains(shape)) failures.Add($"{where}: another shape");
                }
            });
        }

        Assert.IsTrue(failures.IsEmpty, $"{failures.Count} escapes\n" + string.Join("\n", failures.Take(20)));
        Assert.IsGreaterThan(0, accepted, "no hostile string was accepted anywhere: the attack never reached the templates");
    }

    private static string Shape(GeneratorDriverRunResult run) => string.Join("\n", run.Tools().Select(SyntaxShape.Of));
}
