using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using ToolGen.Generator;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Calls;

/// <summary>The program of <see cref="StartUpForms"/>, published twice: as it is compiled, and ready to run. In a temporary folder, which is deleted in the end.</summary>
internal sealed class StartUpProgram : IDisposable
{
    private static readonly string[] Sources = ["StartUpForms.cs", "Functions.cs", "FactoryFunction.cs", "HandListed.cs", "HandTool.cs", "HandJson.cs", "HandWritten.cs", "HandWritten.Parts.cs"];

    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-bench-").FullName;

    /// <summary>Every method is compiled when it is first called.</summary>
    public string JustInTime => this.Of("jit");

    /// <summary>All assemblies are compiled ahead: the program's, the tools', the contract, the factory's.</summary>
    public string ReadyToRun => this.Of("r2r");

    /// <summary>Compiles so many real specs into an assembly, those of the calls among them, and publishes the program over it.</summary>
    /// <returns>Null where this machine cannot publish; <paramref name="why"/> says why.</returns>
    public static StartUpProgram? Publish(out string why, CancellationToken cancellationToken)
    {
        var program = new StartUpProgram();
        try
        {
            program.Write(cancellationToken);
            why = program.Publish("jit", readyToRun: false) ?? program.Publish("r2r", readyToRun: true) ?? "";
        }
        catch
        {
            program.Dispose();
            throw;
        }

        if (why.Length == 0) return program;
        program.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    private void Write(CancellationToken cancellationToken)
    {
        Console.Error.WriteLine($"start-up: compiling {StartUpForms.Count:N0} specs");
        var calls = Path.Combine(Repository.Root, "tests", "ToolGen.Benchmarks", "Calls");
        var specs = SpecCorpus.Make(StartUpForms.Count - CallCase.All.Count).AddRange(CallCase.All.Select(one => SpecCorpus.File(Path.Combine(calls, one.Name + ".tool.json"))));
        AgentBuild.Driver(new ToolGenerator(), specs).RunGeneratorsAndUpdateCompilation(AgentBuild.Empty(cancellationToken), out var agent, out _, cancellationToken);
        using (var file = File.Create(Path.Combine(this.folder, "Agent.dll"))) AgentBuild.Emit(agent, file, cancellationToken);

        var project = Directory.CreateDirectory(Path.Combine(this.folder, "StartUp")).FullName;
        foreach (var source in Sources) File.Copy(Path.Combine(calls, source), Path.Combine(project, source));
        File.WriteAllText(Path.Combine(project, "Program.cs"), "return ToolGen.Benchmarks.Calls.StartUpForms.Run(args, static () => Agent.Tools.Catalog.Tools);\n");
        File.WriteAllText(Path.Combine(project, "StartUp.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <SelfContained>false</SelfContained>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(this.folder, "Agent.dll")}" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "ToolGen.dll")}" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Microsoft.Extensions.AI.Abstractions.dll")}" />
              </ItemGroup>
            </Project>
            """);
    }

    // To a folder outside the project: assemblies inside it would be found as references of the next.
    private string? Publish(string name, bool readyToRun)
    {
        Console.Error.WriteLine($"start-up: publishing ({name})");
        string[] arguments = ["publish", "StartUp", "-c", "Release", "-v", "q", "--nologo", $"-p:PublishReadyToRun={readyToRun}", "-o", Path.Combine(this.folder, name)];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = this.folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : "dotnet publish: " + output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal), output);
    }

    private string Of(string mode) => Path.Combine(this.folder, mode, OperatingSystem.IsWindows() ? "StartUp.exe" : "StartUp");
}
