using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Rules;

/// <summary>Logs of findings, judged by the validator that the format's makers publish.</summary>
[TestClass]
public sealed class SarifTests
{
    [TestMethod]
    [TestCategory("full")]
    public async Task Logs_of_the_compiler_and_of_the_command_are_valid()
    {
        using var npm = NpmFolder.Install("@microsoft/sarif-multitool@5.7.0");
        if (npm is null) Assert.Inconclusive("needs npm and its registry");
        npm.MakeRunnable("Sarif.Multitool");
        var consumer = await Consumer.Create("sarif");
        consumer.Project("Desk", """<ItemGroup><PackageReference Include="ModelContextProtocol.AspNetCore" Version="2.3.1" /></ItemGroup>""" + RulesPage.Package((await PackedFeed.Get()).Version),
                "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>", "Microsoft.NET.Sdk.Web")
            .Write("Desk/Program.cs", RulesPage.Server).Write("Desk/Orders.cs", RulesPage.Orders).Write("specs/deep.tool.json", Deep);
        await consumer.Dotnet("build", "Desk", $"-p:ErrorLog={consumer.PathOf("compiler.sarif")}%2Cversion=2.1");
        var command = Path.Combine(Repository.Root, "src", "ToolGen.Cli", "bin", PackedFeed.Configuration, "net10.0", "ToolGen.Cli.dll");
        var check = await consumer.TryDotnet(command, "check", "specs", "--sarif", "command.sarif");

        Assert.AreEqual(1, check.ExitCode, check.Output);
        StringAssert.Contains(check.Output, "error TG3099", StringComparison.Ordinal);
        foreach (var log in new[] { "compiler.sarif", "command.sarif" })
        {
            var judged = npm.Node(Path.Combine("node_modules", "@microsoft", "sarif-multitool", "bin.js"), "validate", "\"" + consumer.PathOf(log) + "\"");
            Assert.AreEqual(0, judged.Code, judged.Out + judged.Error);
            Assert.DoesNotContain(": error ", judged.Out, log);
        }
    }

    // Calls that are too deep to be followed.
    private static string Deep => $$"""
        {
          "name": "deep",
          "description": "Counts up through many calls. Not for other numbers.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 9, "description": "Where it begins." } }, "required": ["n"] },
          "outputSchema": { "type": "object", "properties": { "value": { "type": "integer" } }, "required": ["value"] },
          "implementation": { "kind": "code", "body": "{{string.Concat(Enumerable.Range(0, 60).Select(index => $"int F{index}(int x) => F{index + 1}(x) + 1; "))}}int F60(int x) => x; return new Output(F0((int)input.N));" },
          "examples": [{ "input": { "n": 1 }, "output": { "value": 61 } }]
        }
        """;
}
