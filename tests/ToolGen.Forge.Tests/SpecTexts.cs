using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Forge.Tests;

/// <summary>Specs of known lines.</summary>
internal static class SpecTexts
{
    public const int LineOfBody = 6;
    public const int LineOfSample = 8;

    /// <summary>A tool of the kind code; its one sample divides 8 by 4.</summary>
    public static SpecInput Halve(
        string path = "halve.tool.json", string body = "return new Output(input.N / input.By);", string expected = "2", string? output = null, string limits = "", string more = "") => new(
        path,
        Encoding.UTF8.GetBytes($$"""
            { "name": "halve",
              "description": "Divide.",
              "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 100 }, "by": { "type": "integer", "minimum": 1, "maximum": 100 } }, "required": ["n", "by"] },
              "outputSchema": { "type": "object", "properties": { "value": { "type": "integer", "minimum": 0, "maximum": 100 } }, "required": ["value"] },
              "implementation": { "kind": "code", "body":
                "{{body.Replace("\\", "\\\\").Replace("\"", "\\\"")}}" }, {{limits}}
              "examples": [
                { "input": { "n": 8, "by": 4 }, "output": {{output ?? $$"""{ "value": {{expected}} }"""}} }{{more}} ] }
            """));

    /// <summary>All stations.</summary>
    public static async Task<ForgedTool> TryAsync(params SpecInput[] inputs)
    {
        var forge = new Forge();
        return (await forge.TryAsync(forge.Make(inputs), Children.Sandbox)).Tools.Last();
    }
}

/// <summary>Where these tests run tools.</summary>
internal static class Children
{
    /// <summary>One for all that do not look at its processes.</summary>
    public static TrialSandbox Sandbox { get; } = Open();

    public static TrialSandbox Open() => new(new() { Launcher = Launchers.Strongest(), Minimum = IsolationLevel.Process, Blank = 1 });
}
