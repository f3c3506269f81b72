using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Stations;

namespace ToolGen.Forge.Tests.Inspection;

[TestClass]
public sealed class InspectStationTests
{
    private const string Body = "return new Output(input.N / input.By);";

    [TestMethod]
    public void Tool_that_is_refused_is_taken_out_and_the_others_stay()
    {
        var (halve, other) = (SpecTexts.Halve(), SpecTexts.Halve("third.tool.json"));
        other = other with { Utf8 = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(other.Utf8.Span).Replace("\"halve\"", "\"third\"", StringComparison.Ordinal)) };
        var set = InspectStation.Run(Changed(new Forge().Make([halve, other]), "return new Output(global::System.Environment.ProcessId);"), CancellationToken.None);

        Assert.IsFalse(set.Tools[0].IsRunnable);
        Assert.IsTrue(set.Tools[1].IsRunnable, string.Join('\n', set.Tools[1].Findings));
        using var loaded = new LoadedTools(set.Compiled.Image.AsSpan());
        Assert.IsNull(loaded.Find("Tools.Halve"));
        Assert.IsNotNull(loaded.Find("Tools.Third"));
    }

    [TestMethod]
    public void Refusal_stands_at_the_line_of_the_spec()
    {
        var set = InspectStation.Run(Changed(new Forge().Make([SpecTexts.Halve()]), "return new Output(global::System.Environment.ProcessId);"), CancellationToken.None);

        var finding = set.Tools[0].Findings.Single(finding => finding.Id == "TG4011");
        Assert.AreEqual(SpecTexts.LineOfBody, finding.Place.Start.Line + 1, finding.ToString());
        Assert.IsTrue(set.Compiled.Image.IsEmpty);
    }

    /// <summary>The set as a compiler without the gate over the source would have made it: the first tool's body is another.</summary>
    private static ForgedSet Changed(ForgedSet set, string body)
    {
        var unit = set.Tools[0].Compiled!.Unit;
        Assert.IsTrue(unit.Source.Contains(Body, StringComparison.Ordinal));
        var tools = set.Tools.ToArray();
        tools[0] = tools[0] with { Compiled = tools[0].Compiled! with { Unit = unit with { Source = unit.Source.Replace(Body, body, StringComparison.Ordinal) } } };
        var compilation = CSharpCompilation.Create(
            "Changed", tools.Select(tool => CSharpSyntaxTree.ParseText(SourceText.From(tool.Compiled!.Unit.Source, Encoding.UTF8), path: tool.Name + ".g.cs")), ToolReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        Assert.IsTrue(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return new(tools, set.Compiled with { Image = [.. image.ToArray()] });
    }
}
