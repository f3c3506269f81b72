using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Cli.Tests.Harness;

/// <summary>The processes that run command lines for tests: as many as tests run at once; they end with the tests, whose end closes their input.</summary>
internal static class WarmPrograms
{
    private static readonly ConcurrentBag<Process> Idle = [];

    /// <summary>Whether streams can be put on files here.</summary>
    public static bool AreHere => !OperatingSystem.IsWindows();

    /// <summary>Runs a command line to its end; one that hangs is killed with its host and fails the test.</summary>
    public static async Task<Ended> RunAsync(CommandRequest request, TimeSpan timeout)
    {
        if (!Idle.TryTake(out var host)) host = Start();
        using var late = new CancellationTokenSource(timeout);
        try
        {
            await host.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request).AsMemory(), late.Token);
            await host.StandardInput.FlushAsync(late.Token);
            var answer = await host.StandardOutput.ReadLineAsync(late.Token) ?? throw new IOException("the host of command lines ended");
            Idle.Add(host);
            return JsonSerializer.Deserialize<Ended>(answer)!;
        }
        catch
        {
            host.Kill(entireProcessTree: true);
            host.Dispose();
            throw;
        }
    }

    private static Process Start() => Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(WarmPrograms).Assembly.Location, WarmHost.Word])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
