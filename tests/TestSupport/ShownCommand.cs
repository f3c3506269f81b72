using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToolGen.TestSupport;

/// <summary>
/// A command that a page shows in a block <c>console</c> behind <c>$ </c>: what follows is what it prints (<c>…</c> stands for any text,
/// alone on a line for any lines), and <c>[n]</c> its exit code where that is not 0.
/// </summary>
internal sealed record ShownCommand(string Line, string Output, int Code)
{
    /// <summary>The program and its arguments, without the quotes around them.</summary>
    public string[] Words { get; } =
        [.. Regex.Matches(Line, "'(?<quoted>[^']*)'|(?<plain>\\S+)").Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Value)];

    /// <summary>All of a page, or of a part of it, in order.</summary>
    public static IEnumerable<ShownCommand> Of(string page)
    {
        foreach (Match block in Regex.Matches(page, "```console\n(.*?)```", RegexOptions.Singleline))
        {
            foreach (var part in Regex.Split(block.Groups[1].Value, "^\\$ ", RegexOptions.Multiline).Skip(1))
            {
                var lines = part.TrimEnd('\n').Split('\n').ToList();
                var code = lines[^1] is ['[', .. var number, ']'] ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
                if (code > 0) lines.RemoveAt(lines.Count - 1);
                yield return new(lines[0], string.Concat(lines.Skip(1).Select(line => line + "\n")), code);
            }
        }
    }

    /// <summary>Whether a text is what the page shows.</summary>
    public bool Shows(string printed) =>
        Regex.IsMatch("\n" + printed, "^" + Regex.Escape("\n" + this.Output).Replace("\\n…\\n", "\\n(?:.*\\n)*?").Replace("…", ".*") + "$", RegexOptions.CultureInvariant);
}
