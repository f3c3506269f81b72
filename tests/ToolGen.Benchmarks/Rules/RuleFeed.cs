using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Rules;

/// <summary>A folder for one run: the lone package as it is packed now, and projects that take it and its peers from the machine's sources.</summary>
internal sealed class RuleFeed : IDisposable
{
    private readonly Dictionary<string, string> environment;

    private RuleFeed(string root)
    {
        this.Root = root;
        this.environment = new() { ["NUGET_PACKAGES"] = Path.Combine(root, "packages"), ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" };
    }

    public string Root { get; }

    public string Version { get; } = "0.1.0-measured." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <exception cref="InvalidOperationException">It cannot be packed.</exception>
    public static RuleFeed Pack(CancellationToken cancellationToken)
    {
        var feed = new RuleFeed(Path.Combine(Path.GetTempPath(), "toolgen rules " + Guid.NewGuid().ToString("N")[..8]));
        Directory.CreateDirectory(feed.Root);
        string[] arguments = ["pack", Path.Combine(Repository.Root, "analyzers", "ToolGen.Analyzers"), "-c", "Release", "-v:q", "--nologo", "-o", Path.Combine(feed.Root, "feed"), "-p:Version=" + feed.Version];
        using var pack = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = pack.StandardOutput.ReadToEndAsync(cancellationToken).GetAwaiter().GetResult();
        pack.WaitForExit();
        if (pack.ExitCode != 0) throw new InvalidOperationException(output);

        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(machine);
        File.WriteAllText(Path.Combine(feed.Root, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="packed" value="{Path.Combine(feed.Root, "feed")}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """);
        return feed;
    }

    /// <summary>A project in a folder of its own.</summary>
    public BuiltProject Project(string name) => new(Path.Combine(this.Root, name), this.environment);

    public void Dispose() => Directory.Delete(this.Root, recursive: true);
}
