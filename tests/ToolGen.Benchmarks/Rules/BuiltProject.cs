using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace ToolGen.Benchmarks.Rules;

/// <summary>One <c>dotnet build</c>: how it ended, how long it took, and what the compiler's process took of the machine.</summary>
/// <param name="ExitCode">Of <c>dotnet build</c>; null where it did not end in time.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="ProcessorSeconds">Of the compiler's process, all threads.</param>
/// <param name="Megabytes">The most memory that the compiler's process held.</param>
/// <param name="Output">All that was printed.</param>
internal sealed record Build(int? ExitCode, double Seconds, double ProcessorSeconds, double Megabytes, string Output);

/// <summary>A project in a folder of its own, built as a person builds it, with a compiler process of its own.</summary>
internal sealed class BuiltProject(string folder, IReadOnlyDictionary<string, string> environment)
{
    public string Folder => folder;

    /// <summary>Where the compiler writes what it found.</summary>
    public string Log => Path.Combine(folder, "findings.sarif");

    /// <summary>Writes the project and its files anew.</summary>
    public void Write(RuleSet rules, string lines, IEnumerable<(string Path, string Text)> files)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Sample.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <EnableNETAnalyzers>false</EnableNETAnalyzers><NuGetAudit>false</NuGetAudit><GenerateAssemblyInfo>false</GenerateAssemblyInfo>
                <NoWarn>$(NoWarn);NU1603;NU1608;NU1701;NU1902;NU1903;CA1416;SYSLIB0006</NoWarn><ErrorLog>{this.Log},version=2.1</ErrorLog>
              </PropertyGroup>
              {lines}
              {rules.Lines}
            </Project>
            """);
        // Nothing above the folder is this project's.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" }) File.WriteAllText(Path.Combine(folder, name), "<Project />");
        foreach (var (path, text) in files.Concat(rules.Files.Select(file => (file.Key, file.Value))))
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    public Build Restore(CancellationToken cancellationToken) => this.Run(TimeSpan.FromMinutes(5), cancellationToken, "restore");

    public Build Build(TimeSpan patience, CancellationToken cancellationToken) =>
        this.Run(patience, cancellationToken, "build", "--no-restore", "--no-incremental", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:q", "--nologo");

    private Build Run(TimeSpan patience, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_HOST_PATH" or "UseSharedCompilation").ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var compiler = new CompilerProcess(process.Id);
        while (!process.WaitForExit(20))
        {
            compiler.Look();
            if (clock.Elapsed < patience && !cancellationToken.IsCancellationRequested) continue;
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return new(null, clock.Elapsed.TotalSeconds, compiler.ProcessorSeconds, compiler.Megabytes, string.Create(CultureInfo.InvariantCulture, $"did not end within {patience.TotalSeconds} s"));
        }

        return new(process.ExitCode, clock.Elapsed.TotalSeconds, compiler.ProcessorSeconds, compiler.Megabytes, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }
}
