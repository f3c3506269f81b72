using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

namespace ToolGen.Cli.Tests.Harness;

/// <summary>
/// A process that runs command lines one after the other, each with the real standard streams of a process put on files: what a command
/// starts, or writes beside the console, is seen as in a process of its own, but the compiler is loaded once.
/// </summary>
internal static partial class WarmHost
{
    /// <summary>The hidden word that makes the test program this host.</summary>
    public const string Word = "--run-command-lines";

    /// <summary>Answers each request, a line of JSON, with a line, until there are no more.</summary>
    public static async Task<int> ServeAsync()
    {
        using var requests = new StreamReader(new FileStream(new SafeFileHandle(Dup(0), ownsHandle: true), FileAccess.Read));
        using var answers = new StreamWriter(new FileStream(new SafeFileHandle(Dup(1), ownsHandle: true), FileAccess.Write)) { AutoFlush = true };
        var files = Directory.CreateTempSubdirectory("toolgen-cli-streams-");
        try
        {
            while (await requests.ReadLineAsync() is { } line)
                await answers.WriteLineAsync(JsonSerializer.Serialize(await RunAsync(JsonSerializer.Deserialize<CommandRequest>(line)!, files.FullName)));
            return 0;
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private static async Task<Ended> RunAsync(CommandRequest request, string files)
    {
        string In = Path.Combine(files, "in"), Out = Path.Combine(files, "out"), Error = Path.Combine(files, "error");
        await File.WriteAllTextAsync(In, request.Input);
        Put(In, FileMode.Open, 0);
        Put(Out, FileMode.Create, 1);
        Put(Error, FileMode.Create, 2);
        // The console keeps writers of the streams that it first met.
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        Console.SetError(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        foreach (var (name, value) in request.Environment) Environment.SetEnvironmentVariable(name, value);
        Environment.CurrentDirectory = request.Folder;
        var code = await CommandLine.RunAsync(request.Args);
        Environment.CurrentDirectory = files;
        foreach (var name in request.Environment.Keys) Environment.SetEnvironmentVariable(name, null);
        return new(code, await File.ReadAllTextAsync(Out), await File.ReadAllTextAsync(Error));
    }

    private static void Put(string file, FileMode mode, int stream)
    {
        using var opened = new FileStream(file, mode, mode == FileMode.Open ? FileAccess.Read : FileAccess.Write, FileShare.ReadWrite);
        if (Dup2((int)opened.SafeFileHandle.DangerousGetHandle(), stream) < 0) throw new IOException($"stream {stream}: error {Marshal.GetLastPInvokeError()}");
    }

#pragma warning disable TG3121 // .NET cannot put a file in the place of a stream that libraries write to
    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Dup(int stream);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Dup2(int from, int to);
#pragma warning restore TG3121
}

/// <summary>A command line to run, and the variables of a test.</summary>
internal sealed record CommandRequest(string Folder, string[] Args, string Input, IReadOnlyDictionary<string, string> Environment);
