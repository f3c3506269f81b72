using System.Collections.Generic;
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
        var image = MutantCompiler.Compile(units, new HashSet<int>(), default);
        Assert.IsFalse(image.Image.IsEmpty);
        CollectionAssert.AreEquivalent(image.Changeable.ToArray(), image.Mutants.Select(mutant => mutant.Unit).Distinct().ToArray());
        Assert.IsGreaterThanOrEqualTo(units.Length - 1, image.Changeable.Count);
        Assert.IsGreaterThan(units.Length * 8, image.Mutants.Count);
    }
}
