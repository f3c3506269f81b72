// Finds files of a repository's index by a glob; stars become ".*", and many of them backtrack polynomially.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IRepositoryIndex { IEnumerable<string> Paths(int repository); }

    [McpServerToolType]
    public class GlobTools(IRepositoryIndex index)
    {
        [McpServerTool(Name = "find_files", ReadOnly = true), Description("Finds files of a repository by a glob.")]
        public string[] Find(int repository, [Description("Such as src/*Test*.cs")] string glob)
        {
            var regex = new Regex("^" + Regex.Escape(glob).Replace(@"\*", ".*").Replace(@"\?", ".") + "$");
            return index.Paths(repository).Where(p => regex.IsMatch(p)).Take(200).ToArray();
        }
    }
}

namespace Fixed
{
    public interface IRepositoryIndex { IEnumerable<string> Paths(int repository); }

    [McpServerToolType]
    public class GlobTools(IRepositoryIndex index)
    {
        [McpServerTool(Name = "find_files", ReadOnly = true), Description("Finds files of a repository by a glob.")]
        public string[] Find(int repository, [Description("Such as src/*Test*.cs")] string glob)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(glob.Length, 150, nameof(glob));
            var regex = new Regex("^" + Regex.Escape(glob).Replace(@"\*", ".*").Replace(@"\?", ".") + "$", RegexOptions.NonBacktracking);
            return index.Paths(repository).Where(p => regex.IsMatch(p)).Take(200).ToArray();
        }
    }
}
