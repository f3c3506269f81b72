using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;
using ToolGen.TestSupport.Variants;

namespace ToolGen.Generator.Tests.Variants;

/// <summary>The specs of the repository: providers accept their variants, and their examples come back.</summary>
[TestClass]
public sealed class SpecVariantTests
{
    [TestMethod]
    public void Every_example_of_the_repository_s_specs_comes_back() => Assert.IsGreaterThan(40, ComeBack(Path.Combine(SharedData.Repository, "tests", "Specs")));

    private static int ComeBack(string folder)
    {
        var calls = 0;
        foreach (var path in Directory.GetFiles(folder, "*.tool.json", SearchOption.AllDirectories).Where(path => !path.Contains("/bin/", StringComparison.Ordinal)))
        {
            if (SpecReader.Read(path, File.ReadAllBytes(path)).Spec is not { } spec) continue;
            var tool = new VariantTool(spec);
            foreach (var input in spec.Examples.Select(example => example.Input).Where(input => SchemaInterpreter.Check(spec.Input, input).Count == 0))
            {
                tool.ComesBack(input);
                calls++;
            }
        }

        return calls;
    }
}
