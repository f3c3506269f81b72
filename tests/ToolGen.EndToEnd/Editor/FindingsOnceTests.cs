using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Editor;

/// <summary>Generator and analyzer know the same findings; a build says each once, whatever it leaves out.</summary>
[TestClass]
public sealed class FindingsOnceTests
{
    private const string Broken = "{\n  \"name\": \"broken\",\n  \"nonsense\": 1\n}\n";

    [TestMethod]
    [DataRow("")]
    [DataRow("-p:RunAnalyzers=false")]
    public async Task A_build_prints_a_finding_once_with_analyzers_and_without(string option)
    {
        var consumer = await Consumer.Create("once" + option.Length);
        consumer.Project("Once", consumer.Reference).Write("Once/broken.tool.json", Broken);

        var answer = await consumer.TryDotnet(["build", "Once", "-v:q", "-p:ErrorLog=" + consumer.PathOf("log.sarif") + "%2cversion=2.1", .. option.Length > 0 ? new[] { option } : []]);

        Assert.AreEqual(1, answer.ExitCode);
        Assert.AreEqual(1, Printed(answer), answer.Output);
        Assert.HasCount(1, Regex.Matches(await File.ReadAllTextAsync(consumer.PathOf("log.sarif")), "nonsense"));
    }

    /// <summary>The compiler asks no analyzer once declarations have errors.</summary>
    [TestMethod]
    public async Task A_build_prints_it_where_the_CSharp_around_has_errors_too()
    {
        var consumer = await Consumer.Create("around");
        consumer.Project("Around", consumer.Reference).Write("Around/broken.tool.json", Broken).Write("Around/Use.cs", "public static class Use { public static NoSuchType Field; }");

        var answer = await consumer.TryDotnet("build", "Around", "-v:q");

        StringAssert.Contains(answer.Output, "error CS0246", StringComparison.Ordinal);
        Assert.AreEqual(1, Printed(answer), answer.Output);
    }

    // The summary of a build says everything again.
    private static int Printed(Dotnet.Answer answer) =>
        Regex.Count(answer.Output[..answer.Output.IndexOf("Build FAILED", StringComparison.Ordinal)], @"broken\.tool\.json\(3,3\): error TG\d{4}");
}
