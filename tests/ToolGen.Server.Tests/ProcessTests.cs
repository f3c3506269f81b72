using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ToolGen.TestSupport;

namespace ToolGen.Server.Tests;

/// <summary><c>toolgen serve</c> as it is started.</summary>
[TestClass]
public sealed class ProcessTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("toolgen-serve-");

    [TestCleanup]
    public void Clean() => this.folder.Delete(recursive: true);

    [TestMethod]
    public async Task A_client_makes_and_calls_a_tool_over_standard_input_and_output_which_holds_the_protocol_alone()
    {
        using var process = this.Start();
        var client = await McpClient.CreateAsync(new StreamClientTransport(process.StandardInput.BaseStream, process.StandardOutput.BaseStream), PatientClient.Options());
        var made = await client.MakeAsync(Specs.CountWords);
        Assert.AreNotEqual(true, made.IsError, made.Text());
        Assert.AreEqual("""{"words":2}""", (await client.CallAsync(made.Handle(), """{"text":"a b"}""")).Text());
        await client.DisposeAsync();
        process.StandardInput.Close();
        await EndsAsync(process);
        Assert.AreEqual(0, process.ExitCode, await process.StandardError.ReadToEndAsync());
    }

    [TestMethod]
    public async Task Lines_that_are_no_messages_or_too_long_are_passed_over_and_the_next_one_is_answered()
    {
        using var process = this.Start();
        var input = process.StandardInput;
        foreach (var line in new[] { "", "{", "null", "[]", "5", """{"jsonrpc":"2.0"}""", """{"jsonrpc":"2.0","id":1,"method":"no/such"}""", "{\"a\":\"" + new string('x', 9 << 20) + "\"}", new string('[', 100_000) })
            await input.WriteAsync(line + "\n");
        await input.WriteAsync("""{"jsonrpc":"2.0","id":77,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""" + "\n");
        await input.FlushAsync();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            var message = JsonElement.Parse(line);
            Assert.AreEqual("2.0", message.GetProperty("jsonrpc").GetString());
            if (message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.GetInt32() == 77) break;
        }

        input.Close();
        await EndsAsync(process);
        Assert.AreEqual(0, process.ExitCode);
    }

    [TestMethod]
    public async Task Programs_read_where_it_listens_as_a_line_of_JSON()
    {
        using var process = this.Start("--http", "127.0.0.1:0", "--json");
        var line = JsonElement.Parse((await process.StandardOutput.ReadLineAsync())!);
        Assert.AreEqual(("http", "none"), (line.GetProperty("transport").GetString(), line.GetProperty("tokens").GetString()));
        StringAssert.EndsWith(line.GetProperty("address").GetString(), "/mcp");
        process.Kill(entireProcessTree: true);
        await EndsAsync(process);
    }

    [TestMethod]
    public async Task A_signal_ends_it_with_its_workers_and_exit_code_0()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("signals are another matter there");
        using var process = this.Start("--http", "127.0.0.1:0");
        var address = await process.StandardOutput.ReadLineAsync();
        StringAssert.EndsWith(address, "/mcp");
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await EndsAsync(process);
        Assert.AreEqual(0, process.ExitCode, await process.StandardError.ReadToEndAsync());
    }

    [TestMethod]
    [DataRow("--http", "0.0.0.0:0")]
    [DataRow("--http", "example.com:80")]
    [DataRow("--http", "127.0.0.1")]
    [DataRow("--tokens", "x.json")]
    [DataRow("--promote", "1000")]
    [DataRow("--new-token", "alice")]
    public async Task What_makes_no_sense_is_said_before_anything_is_opened(params string[] arguments)
    {
        using var process = this.Start(arguments);
        await EndsAsync(process);
        Assert.AreEqual(2, process.ExitCode);
        Assert.AreEqual("", await process.StandardOutput.ReadToEndAsync());
        Assert.IsFalse(Directory.Exists(Path.Combine(this.folder.FullName, "registry")));
    }

    private static async Task EndsAsync(Process process)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private Process Start(params string[] arguments)
    {
        var configuration = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar)[^2];
        var program = Path.Combine(Repository.Root, "src", "ToolGen.Cli", "bin", configuration, "net10.0", "ToolGen.Cli.dll");
        var grants = Path.Combine(this.folder.FullName, "toolgen.json");
        File.WriteAllText(grants, """{"isolation": "process"}""");
        var start = new ProcessStartInfo("dotnet", ["exec", program, "serve", "--registry", Path.Combine(this.folder.FullName, "registry"), "--grants", grants, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "HOME", "XDG_CONFIG_HOME", "APPDATA" }) start.Environment[name] = this.folder.FullName;
        return Process.Start(start)!;
    }
}
