using System;
using System.Threading.Tasks;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Forge.Tests;

/// <summary>The example of the package's page.</summary>
internal static class ReadmeExample
{
    public static async Task<ToolResult?> RunAsync(string spec)
    {
        await using var sandbox = new TrialSandbox(new() { Launcher = Launchers.Strongest(), Minimum = IsolationLevel.Process });
        var forge = new Forge { Authors = new("maker", null) };

        // From a text; SpecSet.Find(["tools"]).Inputs takes what lies in folders.
        var set = await forge.TryAsync(forge.Make([SpecInput.Of("twice", spec, companion: null, tests: null)]), sandbox);
        foreach (var finding in set.Tools[0].Findings) Console.WriteLine($"{finding.Place}: {finding.Id} {finding.Message}. {finding.Remedy}");
        if (set.Tools[0].HasErrors) return null;

        var evidence = forge.EvidenceOf(set)[0].Evidence;
        Console.WriteLine($"{evidence.Tool}: version {evidence.Identity.Id}, {evidence.Samples.Count} samples, may {string.Join(", ", evidence.Capabilities.Declared)}");

        // Its code runs in the sandbox alone, in workers that serve this caller and nobody else.
        var twice = Forge.ToolsIn(set, sandbox.Sandbox, caller: "agent")[0];
        var answer = await twice.CallAsync("""{ "n": 21 }"""u8.ToArray(), new SystemToolContext());
        return answer;
    }
}
