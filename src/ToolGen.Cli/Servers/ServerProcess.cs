using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace ToolGen.Cli.Servers;

/// <summary>A server that was started to be asked. In the end it is killed with all that it started and has not let go.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int LastCharacters = 1_000;

    /// <summary>How long the end of a server, or of a connection, is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly Task reading;
    private volatile string last = "";
    private Task<string>? ending;

    private ServerProcess(Process process)
    {
        this.process = process;
        this.reading = this.ReadErrorsAsync(process.StandardError);
    }

    /// <summary>What it reads.</summary>
    public Stream Input => this.process.StandardInput.BaseStream;

    /// <summary>What it says.</summary>
    public Stream Output => this.process.StandardOutput.BaseStream;

    /// <exception cref="UsageException">There is no such program.</exception>
    public static ServerProcess Start(IReadOnlyList<string> command)
    {
        // On Windows programs such as npx are scripts, which the shell alone starts.
        string[] words = OperatingSystem.IsWindows() ? ["cmd.exe", "/c", .. command] : [.. command];
        try
        {
            return new(Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new UsageException($"cannot start {words[0]}: {e.Message}");
        }
    }

    /// <summary>Ends it, and gives the last lines of its standard error.</summary>
    public Task<string> EndAsync() => this.ending ??= this.KillAsync();

    public async ValueTask DisposeAsync()
    {
        await this.EndAsync().ConfigureAwait(false);
        this.process.Dispose();
    }

    private async Task<string> KillAsync()
    {
        try
        {
            this.process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is Win32Exception or AggregateException)
        {
            // A program of another user, such as one behind sudo, may not be ended from here; it loses its input and its output.
            await this.process.StandardInput.BaseStream.DisposeAsync().ConfigureAwait(false);
        }

        await Task.WhenAny(this.process.WaitForExitAsync(), Task.Delay(Patience)).ConfigureAwait(false);

        // What it started and let go can hold the stream open for ever.
        await Task.WhenAny(this.reading, Task.Delay(Patience)).ConfigureAwait(false);
        return this.last.Trim();
    }

    private async Task ReadErrorsAsync(StreamReader from)
    {
        var buffer = new char[LastCharacters];
        while (await from.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
        {
            var all = this.last + new string(buffer, 0, count);
            this.last = all[Math.Max(0, all.Length - LastCharacters)..];
        }
    }
}
