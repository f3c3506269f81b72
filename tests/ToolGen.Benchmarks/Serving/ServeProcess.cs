using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry;
using ToolGen.Server.Http;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Serving;

/// <summary><c>toolgen serve --http</c> in a process of its own, with a registry and a folder for settings of its own.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private ServeProcess(Process process, Task<string> errors, Uri address) => (this.process, this.errors, this.Address) = (process, errors, address);

    public Uri Address { get; }

    public bool IsUp => !this.process.HasExited;

    /// <summary>Bytes that the process holds now.</summary>
    public long Memory
    {
        get
        {
            this.process.Refresh();
            return this.process.WorkingSet64;
        }
    }

    /// <summary>What starts it over standard input and output.</summary>
    public static string[] Command(string folder) => ["dotnet", "exec", Path.Combine(Repository.Root, "src", "ToolGen.Cli", "bin", Configuration, "net10.0", "ToolGen.Cli.dll"), "serve", "--registry", Path.Combine(folder, "registry")];

    /// <summary>Where its registry keeps the key of the host: the environment of the process says so.</summary>
    public static RegistryOptions OptionsOf(string folder) => new() { Folder = Path.Combine(folder, "registry"), HostKey = Path.Combine(folder, ".config", "toolgen", "host.key.pem") };

    public static string TokensOf(string folder) => Path.Combine(folder, "tokens.json");

    /// <summary>Its settings lie in the folder.</summary>
    public static void Settle(ProcessStartInfo start, string folder)
    {
        foreach (var name in new[] { "HOME", "USERPROFILE" }) start.Environment[name] = folder;
        start.Environment["XDG_CONFIG_HOME"] = start.Environment["APPDATA"] = Path.Combine(folder, ".config");
        Directory.CreateDirectory(Path.Combine(folder, ".config"));
    }

    /// <param name="folder">Where everything of it lies.</param>
    /// <param name="withTokens">Whether callers are told apart.</param>
    public static async Task<ServeProcess> StartAsync(string folder, bool withTokens)
    {
        var command = Command(folder);
        string[] more = withTokens ? ["--tokens", TokensOf(folder)] : [];
        var start = new ProcessStartInfo(command[0], [.. command[1..], "--http", "127.0.0.1:0", .. more]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Settle(start, folder);
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await process.StandardOutput.ReadLineAsync(late.Token) is { } address ? new(process, errors, new(address)) : throw new InvalidOperationException("toolgen serve ended: " + await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (this.IsUp) this.process.Kill(entireProcessTree: true);
        await this.process.WaitForExitAsync();
        await this.errors;
        this.process.Dispose();
    }

    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
}
