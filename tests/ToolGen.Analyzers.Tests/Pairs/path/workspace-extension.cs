// Counts words of files in a workspace; an extension method joins root and path and tests a prefix of the raw string.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    internal static class WorkspacePaths
    {
        public static string Under(this string root, string relative)
        {
            var path = root + "/" + relative;
            return path.StartsWith(root + "/", StringComparison.Ordinal) ? path : throw new ArgumentException("Outside of the workspace.");
        }
    }

    public sealed class WorkspaceTools(string root)
    {
        public IList<AITool> All() => [AIFunctionFactory.Create(this.CountWords)];

        [Description("Counts the words of files of the workspace.")]
        public Dictionary<string, int> CountWords(string[] files) =>
            files.Distinct().ToDictionary(f => f, f => File.ReadLines(root.Under(f)).Sum(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
    }
}

namespace Fixed
{
    internal static class WorkspacePaths
    {
        public static string Under(this string root, string relative)
        {
            var top = Path.GetFullPath(root) + Path.DirectorySeparatorChar;
            var path = Path.GetFullPath(top + relative);
            return path.StartsWith(top, StringComparison.Ordinal) ? path : throw new ArgumentException("Outside of the workspace.");
        }
    }

    public sealed class WorkspaceTools(string root)
    {
        public IList<AITool> All() => [AIFunctionFactory.Create(this.CountWords)];

        [Description("Counts the words of files of the workspace.")]
        public Dictionary<string, int> CountWords(string[] files) =>
            files.Distinct().Take(50).ToDictionary(f => f, f => File.ReadLines(root.Under(f)).Sum(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
    }
}
