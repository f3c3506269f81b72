using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

/// <summary>The packed sandbox: its worker travels with whoever runs.</summary>
[TestClass]
public sealed class SandboxPackageTests
{
    private const string Program = """
        using System;
        using System.IO;
        using System.Text;
        using ToolGen;
        using ToolGen.Sandbox;
        using ToolGen.Sandbox.Isolation;

        await using var sandbox = new Sandbox(new SandboxOptions { Launcher = new PlainLauncher(WorkerProgram.Here()), Minimum = IsolationLevel.Process, Blank = 0 });
        var twice = Boxed.Tools.Twice.Instance;
        var tool = sandbox.Tool(File.ReadAllBytes(typeof(Boxed.Tools.Twice).Assembly.Location), typeof(Boxed.Tools.Twice).FullName!, twice.Descriptor, twice.Limits, "program", "1");
        var result = await tool.CallAsync("{\"n\":21}"u8.ToArray(), new SystemToolContext());
        Console.WriteLine(result.IsError ? result.ErrorText() : Encoding.UTF8.GetString(result.Output.Span));
        Console.WriteLine(sandbox.Processes.Count == 1 && sandbox.Processes[0] != Environment.ProcessId);
        """;

    private const string Spec = """
        { "name": "twice", "description": "Double a number.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "maximum": 99 } }, "required": ["n"] },
          "outputSchema": { "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] },
          "implementation": { "kind": "code", "body": "return new Output(input.N * 2);" },
          "examples": [{ "input": { "n": 2 }, "output": { "n": 4 } }] }
        """;

    [TestMethod]
    [TestCategory("full")]
    public async Task A_program_that_has_it_through_another_project_calls_a_tool_in_a_worker_also_when_published()
    {
        var consumer = await Consumer.Create("sandbox package");
        var version = (await PackedFeed.Get()).Version;
        consumer.Project("Boxed", consumer.Reference + $"""<ItemGroup><PackageReference Include="ToolGen.Sandbox" Version="{version}" /></ItemGroup>""")
            .Write("Boxed/twice.tool.json", Spec)
            .Project("Runs", """<ItemGroup><ProjectReference Include="../Boxed/Boxed.csproj" /></ItemGroup>""", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>")
            .Write("Runs/Program.cs", Program);

        await consumer.Dotnet("publish", "Runs", "-o", "published");
        var said = await consumer.Dotnet(Path.Combine("published", "Runs.dll"));

        Assert.AreEqual("{\"n\":42} True", string.Join(' ', said.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        Assert.IsTrue(File.Exists(consumer.PathOf("Runs", "bin", "Release", "net10.0", "worker", "ToolGen.Sandbox.Worker.dll")));
        Assert.IsEmpty(Directory.EnumerateFiles(consumer.PathOf("published"), "ToolGen.Sandbox.Worker.*").Where(path => Path.GetDirectoryName(path) == consumer.PathOf("published")));
    }
}
