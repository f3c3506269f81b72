using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests;

[TestClass]
public sealed class RealSpecTests
{
    [TestMethod]
    public void Every_spec_of_the_repository_generates_and_compiles_in_one_project()
    {
        var folder = Path.Combine(SharedData.Repository, "tests", "Specs");
        var specs = Directory.GetFiles(folder, "*.tool.json").Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path))).ToArray();
        var companions = Directory.GetFiles(folder, "*.tool.cs").Select(File.ReadAllText).ToArray();
        var project = Project.Of(specs, new Dictionary<string, string> { ["build_property.ToolGenNamespace"] = "Tools" }, companions);
        Assert.IsEmpty(project.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), string.Join("\n", project.Diagnostics));

        // A declared tool waits for its project's code; that is all that may be missing.
        var errors = project.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS8795").ToArray();
        Assert.IsEmpty(errors, string.Join("\n", errors.Take(10).Select(d => d.ToString())));
    }
}
