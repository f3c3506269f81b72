using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Forging;

/// <summary><c>toolgen</c> as a user installs it: packed for this system, installed from a folder, run in fresh processes. All of it in a temporary folder, which is deleted in the end.</summary>
internal sealed class ColdCommand : IDisposable
{
    private const int Rounds = 11;

    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-forge-").FullName;
    private readonly string version = $"0.1.0-measured.{DateTime.UtcNow:yyyyMMddHHmmss}";

    /// <summary>The program.</summary>
    public string Program => Path.Combine(this.folder, "installed", OperatingSystem.IsWindows() ? "toolgen.exe" : "toolgen");

    /// <summary>The worker that came with it.</summary>
    public string? Worker => Directory.EnumerateFiles(Path.Combine(this.folder, "installed"), "ToolGen.Sandbox.Worker.dll", SearchOption.AllDirectories).FirstOrDefault();

    /// <summary>Packs and installs.</summary>
    /// <returns>Null where this machine can't; <paramref name="why"/> says why.</returns>
    public static ColdCommand? Install(out string why)
    {
        var command = new ColdCommand();
        var feed = Path.Combine(command.folder, "feed");
        Console.Error.WriteLine("forge: packing and installing toolgen");
        why = command.Dotnet(Repository.Root, "pack", "src/ToolGen.Cli", "-c", "Release", "-v", "q", "--nologo", $"-p:Version={command.version}", "-p:RunAnalyzers=false", $"-p:ToolSystems={RuntimeInformation.RuntimeIdentifier}", "-o", feed)
            ?? command.Dotnet(command.folder, "tool", "install", "ToolGen.Cli", "--version", command.version, "--tool-path", Path.Combine(command.folder, "installed"), "--source", feed)
            ?? "";
        if (why.Length == 0) return command;
        command.Dispose();
        return null;
    }

    /// <summary>Runs <c>toolgen try</c> on one spec, each time in a process of its own, and takes the time until it has ended.</summary>
    public Series Measure(CancellationToken cancellationToken)
    {
        var series = new Series();
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var spec = ForgedFunction.Spec(1_000 + round);
            var path = Path.Combine(this.folder, spec.Path);
            File.WriteAllBytes(path, spec.Utf8.Span);
            File.WriteAllText(Path.Combine(this.folder, "toolgen.json"), """{"isolation": "process"}""");
            series.Time(() => OtherWays.Run(this.folder, this.Program, "try", path));
        }

        return series;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    private string? Dotnet(string where, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = where, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"dotnet {arguments[0]}: " + (output + errors.Result).Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase), output);
    }
}
