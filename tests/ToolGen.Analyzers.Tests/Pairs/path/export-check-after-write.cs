// Exports rows as CSV; whether the path is inside the folder is looked at only after the file was written.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class ExportPlugin
    {
        private readonly string exports = Path.GetFullPath("exports") + Path.DirectorySeparatorChar;

        [KernelFunction, Description("Writes a table as CSV and returns its path.")]
        public string ExportTable(string fileName, List<List<string>> rows)
        {
            var csv = new StringBuilder();
            foreach (var row in rows) csv.AppendJoin(';', row.Select(Cell)).AppendLine();
            var path = Path.GetFullPath(Path.Combine(this.exports, fileName));
            File.WriteAllText(path, csv.ToString());
            if (!path.StartsWith(this.exports, StringComparison.Ordinal))
                throw new UnauthorizedAccessException("Tables are only exported to the exports folder.");
            return path;
        }

        private static string Cell(string text) => "\"" + text.Replace("\"", "\"\"") + "\"";
    }
}

namespace Fixed
{
    public class ExportPlugin
    {
        private readonly string exports = Path.GetFullPath("exports") + Path.DirectorySeparatorChar;

        [KernelFunction, Description("Writes a table as CSV and returns its path.")]
        public string ExportTable(string fileName, List<List<string>> rows)
        {
            var path = Path.GetFullPath(Path.Combine(this.exports, fileName));
            if (!path.StartsWith(this.exports, StringComparison.Ordinal) || Path.GetExtension(path) is not ".csv")
                throw new UnauthorizedAccessException("Tables are only exported to the exports folder.");
            var csv = new StringBuilder();
            foreach (var row in rows) csv.AppendJoin(';', row.Select(Cell)).AppendLine();
            File.WriteAllText(path, csv.ToString());
            return path[this.exports.Length..];
        }

        private static string Cell(string text) =>
            "\"" + (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "") + text.Replace("\"", "\"\"") + "\"";
    }
}
