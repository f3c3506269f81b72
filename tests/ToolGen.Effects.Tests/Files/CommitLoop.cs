using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;

namespace ToolGen.Effects.Tests.Files;

/// <summary>Lets the test program be its own child process: with a word and a folder it replaces files there until it is killed, and never becomes a test run.</summary>
internal static class CommitLoop
{
    public const string Word = "files-commit-loop";

    public const int Files = 3;

    /// <summary>Each file of a round: the same text, so long that it takes several writes, with its own end.</summary>
    public static string TextOf(int round) => $"{round}:{new string((char)('a' + (round % 26)), 200_000)}:{round}";

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetCommandLineArgs() is not [_, Word, var folder]) return;
        var grants = new Grants { Folders = new System.Collections.Generic.Dictionary<string, FolderGrant> { ["out"] = new(folder, GrantAccess.ReadWrite) } };
        var files = new ToolEffects(grants, new ToolEffectsOptions { MaximumWrittenBytes = long.MaxValue }).For(new StubTool("write out/**")).Files;
        Console.WriteLine("ready");
        var end = DateTime.UtcNow.AddSeconds(30);
        for (var round = 1; DateTime.UtcNow < end; round++)
        {
            using var outputs = files.BeginWrite();
            for (var i = 0; i < Files; i++) outputs.Create($"out/{i}.txt").Write(Encoding.ASCII.GetBytes(TextOf(round)));
            outputs.Commit();
        }

        Environment.Exit(0);
    }
}
