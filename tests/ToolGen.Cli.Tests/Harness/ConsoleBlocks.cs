using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests.Harness;

/// <summary>Runs the commands <c>toolgen</c> that a page shows (<see cref="ShownCommand"/>); what follows each is its standard output.</summary>
internal static class ConsoleBlocks
{
    /// <summary>Runs all of them in order, in one folder.</summary>
    /// <returns>What each wrote, in order.</returns>
    public static async Task<IReadOnlyList<Ended>> RunAsync(string page, string folder)
    {
        var all = new List<Ended>();
        foreach (var shown in ShownCommand.Of(page).Where(shown => shown.Words[0] == "toolgen"))
        {
            var run = await Toolgen.RunAsync(folder, shown.Words[1..]);
            Assert.AreEqual(shown.Code, run.Code, $"$ {shown.Line}\n{run}");
            Assert.IsTrue(shown.Shows(run.Out), $"$ {shown.Line}\n--- expected\n{shown.Output}\n{run}");
            all.Add(run);
        }

        return all;
    }
}
