using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace ToolGen.TestSupport;

/// <summary>The program ToolGen.Mcp.TestServer, which is built with the projects of tests that refer to it.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine([Repository.Root, "tests", "ToolGen.Mcp.TestServer", "bin", .. Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar)[^2..]]);

    private readonly Process process;

    private ServerProgram(Process process, string address) => (this.process, this.Address) = (process, address);

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/mcp</c>.</summary>
    public string Address { get; }

    /// <summary>The command that starts it, over standard input and output where nothing else is said.</summary>
    public static string[] Command(params string[] arguments) => ["dotnet", "exec", Path.Combine(Folder, "ToolGen.Mcp.TestServer.dll"), .. arguments];

    /// <summary>Starts it over HTTP on loopback.</summary>
    public static async Task<ServerProgram> ListenAsync(params string[] arguments)
    {
        var command = Command([.. arguments, "--http"]);
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        return new(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server ended before it listened"));
    }

    public async ValueTask DisposeAsync()
    {
        this.process.Kill(entireProcessTree: true);
        await this.process.WaitForExitAsync();
        this.process.Dispose();
    }
}
