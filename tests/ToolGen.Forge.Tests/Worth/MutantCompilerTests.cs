using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Worth;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests.Worth;

[TestClass]
public sealed class MutantCompilerTests
{
    [TestMethod]
    public void Every_tool_of_the_project_has_mutants_that_compile_into_one_assembly()
    {
        var set = new Forge().Make(SpecSet.Find([Path.Combine(Repository.Root, "tests", "Specs")]).Inputs);
        var units = set.Tools.Where(tool => tool.IsRunnable).Select(tool => tool.Compiled!.Unit).ToArray();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var image = MutantCompiler.Compile(units, default);
        System.Console.WriteLine($"{units.Length} tools, {image.Mutants.Count} mutants, {clock.ElapsedMilliseconds} ms");
        foreach (var unit in image.Mutants.CountBy(mutant => mutant.Unit)) System.Console.WriteLine($"{units[unit.Key].Name}: {unit.Value}");
        foreach (var mutant in image.Mutants.Where((_, index) => index % 9 == 0)) System.Console.WriteLine($"{mutant.Place} `{mutant.Before}` -> `{mutant.After}`");
        Assert.IsFalse(image.Image.IsEmpty);
        Assert.IsGreaterThan(units.Length * 8, image.Mutants.Count);
    }
}
