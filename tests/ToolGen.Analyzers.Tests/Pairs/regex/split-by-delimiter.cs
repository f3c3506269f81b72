// Splits a pasted table by a delimiter that is passed to Regex.Split.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Table(string[] Header, List<string[]> Rows);

    [McpServerToolType]
    public sealed class TableTools
    {
        [McpServerTool(Name = "parse_table", ReadOnly = true), Description("Parses a pasted table.")]
        public Table Parse(string text, [Description("What stands between cells")] string delimiter = "\t")
        {
            var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var cells = lines.Select(line => Regex.Split(line, delimiter)).ToList();
            return new(cells.FirstOrDefault() ?? [], cells.Skip(1).ToList());
        }
    }
}

namespace Fixed
{
    public sealed record Table(string[] Header, List<string[]> Rows);

    [McpServerToolType]
    public sealed class TableTools
    {
        [McpServerTool(Name = "parse_table", ReadOnly = true), Description("Parses a pasted table.")]
        public Table Parse(string text, [Description("What stands between cells")] string delimiter = "\t")
        {
            var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var cells = lines.Select(line => line.Split(delimiter, StringSplitOptions.None)).ToList();
            return new(cells.FirstOrDefault() ?? [], cells.Skip(1).ToList());
        }
    }
}
