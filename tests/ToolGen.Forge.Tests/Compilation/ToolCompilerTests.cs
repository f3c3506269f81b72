using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Tests.Compilation;

[TestClass]
public sealed class ToolCompilerTests
{
    [TestMethod]
    public async Task Compiled_tool_loads_and_answers()
    {
        var compiled = ToolCompiler.Compile([HandWritten.Tool("triple", "input.Count * 3")]);

        Assert.IsEmpty(compiled.Tools[0].Findings);
        using var loaded = new LoadedTools(compiled.Image.AsSpan());
        var result = await loaded.Find("Tools.Triple")!.CallAsync(default(ReadOnlyMemory<byte>), null!, CancellationToken.None);
        Assert.AreEqual("9", Encoding.UTF8.GetString(result.Output.Span));
    }

    [TestMethod]
    public void Same_units_give_the_same_bytes()
    {
        var first = ToolCompiler.Compile([HandWritten.Tool("triple", "input.Count * 3"), HandWritten.Tool("twice", "input.Count * 2")]);
        var second = ToolCompiler.Compile([HandWritten.Tool("triple", "input.Count * 3"), HandWritten.Tool("twice", "input.Count * 2")]);

        Assert.IsTrue(first.Image.AsSpan().SequenceEqual(second.Image.AsSpan()));
    }

    [TestMethod]
    public void Compile_error_points_to_the_line_of_the_spec_and_names_what_to_write()
    {
        var compiled = ToolCompiler.Compile([HandWritten.Tool("triple", "input.count * 3")]);

        var finding = compiled.Tools[0].Findings.Single();
        Assert.AreEqual("TG2050", finding.Id);
        Assert.AreEqual("tools/triple.tool.json(3,17)", finding.Place.ToString());
        Assert.AreEqual("Write `Count`.", finding.Remedy);
        Assert.IsFalse(compiled.Tools[0].IsCompiled);
    }

    [TestMethod]
    public void Column_is_exact_behind_a_json_escape()
    {
        var unit = HandWritten.Tool("join", "\"a\\tb\" + input.Nope");
        var read = JsonReader.Read(unit.Spec);
        var compiled = ToolCompiler.Compile([unit with { Root = (JsonObject)read.Root! }]);

        var finding = compiled.Tools[0].Findings.Single();
        Assert.AreEqual("Nope", unit.Spec.Text.Substring(finding.Place.Span.Start, finding.Place.Span.Length));
    }

    [TestMethod]
    public void Value_that_may_be_null_is_a_warning_and_the_tool_compiles()
    {
        var compiled = ToolCompiler.Compile([HandWritten.Tool("length", "input.Label.Length")]);

        Assert.AreEqual("TG2051", compiled.Tools[0].Findings.Single().Id);
        Assert.IsTrue(compiled.Tools[0].IsCompiled);
    }

    [TestMethod]
    public void Tool_that_does_not_compile_leaves_the_others_callable()
    {
        var compiled = ToolCompiler.Compile(
            [HandWritten.Tool("one", "1"), HandWritten.Tool("broken", "input.Nope"), HandWritten.Tool("two", "2")]);

        CollectionAssert.AreEqual(new[] { true, false, true }, compiled.Tools.Select(tool => tool.IsCompiled).ToArray());
        using var loaded = new LoadedTools(compiled.Image.AsSpan());
        Assert.IsNotNull(loaded.Find("Tools.Two"));
        Assert.IsNull(loaded.Find("Tools.Broken"));
    }

    [TestMethod]
    public void Error_outside_every_text_of_the_spec_is_called_a_fault_of_ToolGen()
    {
        var unit = HandWritten.Tool("odd", "1");
        var compiled = ToolCompiler.Compile([unit with { Source = unit.Source.Replace("return new(", "return wrong(", StringComparison.Ordinal) }]);

        Assert.AreEqual("TG2052", compiled.Tools[0].Findings.Single().Id);
    }

    [TestMethod]
    [DataRow("System.Diagnostics.Process.Start(\"x\")")]
    [DataRow("new System.Net.Sockets.Socket(default, default, default)")]
    [DataRow("System.Reflection.Emit.AssemblyBuilder.DefineDynamicAssembly(null!, default)")]
    public void Processes_sockets_and_emitted_code_are_not_even_referenced(string expression) =>
        Assert.IsFalse(ToolCompiler.Compile([HandWritten.Tool("reach", expression)]).Tools[0].IsCompiled);

    [TestMethod]
    public void Line_of_the_spec_stands_in_the_stack_trace_of_an_exception()
    {
        var compiled = ToolCompiler.Compile([HandWritten.Tool("divide", "1 / (input.Count - 3)")]);
        using var loaded = new LoadedTools(compiled.Image.AsSpan(), unloadable: false);

        var thrown = Assert.Throws<DivideByZeroException>(() => _ = loaded.Find("Tools.Divide")!.CallAsync(default(ReadOnlyMemory<byte>), null!, CancellationToken.None));
        StringAssert.Contains(thrown.StackTrace, "divide.tool.json:line 3");
    }

    [TestMethod]
    public void Loaded_tools_unload()
    {
        var image = ToolCompiler.Compile([HandWritten.Tool("triple", "input.Count * 3")]).Image;
        var alive = LoadAndLetGo(image.AsSpan());
        for (var attempt = 0; alive.IsAlive && attempt < 10; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.IsFalse(alive.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndLetGo(ReadOnlySpan<byte> image)
    {
        using var loaded = new LoadedTools(image);
        return new WeakReference(loaded.Find("Tools.Triple"));
    }
}
