using System;
using System.Diagnostics;
using System.IO;

namespace ToolGen.Effects.Tests.Files;

/// <summary>The test program as a child process of itself, whichever way it was started.</summary>
internal static class TestProgram
{
    /// <summary>How it starts with a word that one of its module initializers takes; its output comes back.</summary>
    public static ProcessStartInfo Start(string word, params string[] arguments)
    {
        var program = typeof(TestProgram).Assembly.Location;
        var host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : null;
        return new(host ?? Path.ChangeExtension(program, OperatingSystem.IsWindows() ? ".exe" : null)!, host is null ? [word, .. arguments] : [program, word, .. arguments]) { RedirectStandardOutput = true };
    }
}
