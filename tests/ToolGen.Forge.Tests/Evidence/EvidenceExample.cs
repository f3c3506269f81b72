using System;
using System.IO;
using System.Threading.Tasks;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Forge.Tests.Evidence;

/// <summary>The code of the page on evidence, compiled.</summary>
internal static class EvidenceExample
{
    public static async Task RunAsync()
    {
        await using var sandbox = new TrialSandbox(new() { Launcher = Launchers.Strongest() });
        var forge = new Forge { Authors = new("maker", "judge") };
        var set = await forge.TryAsync(forge.Make(SpecSet.Find(["tools"]).Inputs), sandbox);
        set = await forge.WeighAsync(set, sandbox);
        foreach (var (evidence, times) in forge.EvidenceOf(set))
        {
            Console.WriteLine($"{evidence.Tool}: version {evidence.Identity.Id}, evidence {evidence.Id}, sound: {evidence.IsSound}, {times.Total:0} ms");
            File.WriteAllText(evidence.Tool + ".evidence.json", evidence.Text + "\n");
        }
    }
}
