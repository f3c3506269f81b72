using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;

namespace ToolGen.TestSupport;

/// <summary>npm packages from the registry in a temporary folder, which is deleted in the end; node runs scripts there.</summary>
internal sealed class NpmFolder : IDisposable
{
    private NpmFolder(string path) => this.Path = path;

    public string Path { get; }

    /// <summary>Null where there is no npm, or no registry.</summary>
    /// <param name="packages">With their versions, such as <c>ajv@8.20.0</c>. None of their scripts run.</param>
    public static NpmFolder? Install(params string[] packages) => Fetch(packages, "--engine-strict");

    /// <summary>The same for packages that bring a node of their own: they may ask for a newer one than this machine has.</summary>
    public static NpmFolder? InstallWithNode(params string[] packages) => Fetch(packages);

    private static NpmFolder? Fetch(string[] packages, params string[] more)
    {
        var folder = new NpmFolder(Directory.CreateTempSubdirectory("toolgen-npm-").FullName);
        if (Run(folder.Path, "npm", ["install", "--ignore-scripts", .. more, "--no-audit", "--no-fund", "--no-save", "--fetch-retries=1", "--fetch-timeout=60000", .. packages]) is { Code: 0 }) return folder;
        folder.Dispose();
        return null;
    }

    /// <summary>Runs a script of the folder to its end.</summary>
    public NodeRun Node(params string[] arguments) => Run(this.Path, "node", arguments) ?? throw new InvalidOperationException("there is npm, and no node");

    /// <summary>Runs a program of the packages to its end.</summary>
    /// <param name="program">Below the folder.</param>
    /// <param name="settle">What its environment is to be.</param>
    /// <param name="arguments">Its own.</param>
    public NodeRun Program(string program, Action<ProcessStartInfo> settle, params string[] arguments) =>
        Run(this.Path, System.IO.Path.Combine(this.Path, program), arguments, settle) ?? throw new InvalidOperationException($"there is no {program}");

    /// <summary>Marks a program of the packages as one that may run, which else one of their scripts does.</summary>
    public void MakeRunnable(string program)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in Directory.EnumerateFiles(this.Path, program, SearchOption.AllDirectories)) File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(this.Path, recursive: true);

    private static NodeRun? Run(string folder, string command, string[] arguments, Action<ProcessStartInfo>? settle = null)
    {
        try
        {
            var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            settle?.Invoke(start);
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(TimeSpan.FromMinutes(10))) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>How a script ended.</summary>
internal sealed record NodeRun(int Code, string Out, string Error);
