using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Specs;

namespace ToolGen.Hosting.Tests;

/// <summary>A spec made at run time.</summary>
internal static class Forged
{
    /// <summary>Loaded into a context of its own, as a forge does.</summary>
    public static Tool Twice(string spec)
    {
        var made = new Forge.Forge().Make([new SpecInput("twice.tool.json", Encoding.UTF8.GetBytes(spec))]);
        Assert.IsTrue(made.Tools[0].IsRunnable, string.Join('\n', made.Tools[0].Findings));
        return new LoadedTools(made.Compiled.Image.AsSpan()).Find(made.Tools[0].Compiled!.Unit.TypeName)!;
    }
}
