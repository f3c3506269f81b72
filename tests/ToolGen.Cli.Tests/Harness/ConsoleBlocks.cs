using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Cli.Tests.Harness;

/// <summary>
/// Runs what a page shows: in a block <c>console</c> each line behind <c>$ toolgen </c> is a command, what follows is its standard output
/// (<c>…</c> stands for any text, alone on a line for any lines), and <c>[n]</c> its exit code where that is not 0.
/// </summary>
internal static class ConsoleBlocks
{
    /// <summary>Runs all of them in order, in one folder.</summary>
    /// <returns>What each wrote, in order.</returns>
    public static async Task<IReadOnlyList<Ended>> RunAsync(string page, string folder)
    {
        var all = new List<Ended>();
        foreach (var (command, output, code) in Commands(page))
        {
            var run = await Toolgen.RunAsync(folder, Arguments(command));
            Assert.AreEqual(code, run.Code, $"$ {command}\n{run}");
            Assert.IsTrue(Pattern(output).IsMatch(run.Out), $"$ {command}\n--- expected\n{output}\n{run}");
            all.Add(run);
        }

        return all;
    }

    private static IEnumerable<(string Command, string Output, int Code)> Commands(string page)
    {
        foreach (Match block in Regex.Matches(page, "```console\n(.*?)```", RegexOptions.Singleline))
        {
            foreach (var part in block.Groups[1].Value.Split("$ toolgen ").Skip(1))
            {
                var lines = part.TrimEnd('\n').Split('\n').ToList();
                var code = lines[^1] is ['[', .. var number, ']'] ? int.Parse(number) : 0;
                if (code > 0) lines.RemoveAt(lines.Count - 1);
                yield return (lines[0], string.Concat(lines.Skip(1).Select(line => line + "\n")), code);
            }
        }
    }

    private static string[] Arguments(string command) =>
        Regex.Matches(command, "'(?<quoted>[^']*)'|(?<plain>\\S+)").Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Value).ToArray();

    private static Regex Pattern(string output) =>
        new("^" + Regex.Escape(output).Replace("\n…\n", "\n(?:.*\n)*?").Replace("\\n…\\n", "\\n(?:.*\\n)*?").Replace("…", ".*") + "$", RegexOptions.CultureInvariant);
}
