using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using System.Threading;

namespace ToolGen.Effects.Tests.Files;

/// <summary>Lets the test program be its own child process: it calls one tool of an assembly over a folder's <c>data</c> and <c>out</c>, and says what came and how much memory that took.</summary>
internal static class ToolChild
{
    public const string Word = "files-tool-child";

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetCommandLineArgs() is not [_, Word, var assembly, var type, var folder, var arguments]) return;
        var tool = (Tool)AssemblyLoadContext.Default.LoadFromAssemblyPath(assembly).GetType(type, throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;
        var grants = new Grants { Folders = new Dictionary<string, FolderGrant> { ["data"] = new(Path.Combine(folder, "data")), ["out"] = new(Path.Combine(folder, "out"), GrantAccess.ReadWrite) } };
        var context = new ToolEffects(grants, new ToolEffectsOptions { MaximumWrittenBytes = long.MaxValue }).For(tool);
        var managed = 0L;
        using var timer = new Timer(_ => managed = Math.Max(managed, GC.GetTotalMemory(false)), null, 10, 10);
        var result = tool.CallAsync(Encoding.UTF8.GetBytes(arguments), context).AsTask().GetAwaiter().GetResult();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(result.IsError ? $"{result.Errors[0].Code} {result.Errors[0].Message}" : Encoding.UTF8.GetString(result.Output.Span));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{managed} {self.PeakWorkingSet64} {GC.GetTotalAllocatedBytes()}"));
        Environment.Exit(0);
    }
}
