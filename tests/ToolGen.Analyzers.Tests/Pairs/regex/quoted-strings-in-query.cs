// Lists the string literals of a query; backslashes fit both branches of the pattern for a literal's inside.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    public sealed class LiteralTools
    {
        private static readonly Regex Literal = new("""
            "(\\.|[^"])*"
            """);

        /// <summary>The string literals of a query.</summary>
        /// <param name="query">A query.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public IReadOnlyList<string> ListLiterals(string query) => [.. Literal.Matches(query).Select(m => m.Value[1..^1])];
    }
}

namespace Fixed
{
    public sealed class LiteralTools
    {
        private static readonly Regex Literal = new("""
            "(?:\\.|[^"\\])*"
            """, RegexOptions.None, TimeSpan.FromMilliseconds(500));

        /// <summary>The string literals of a query.</summary>
        /// <param name="query">A query.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public IReadOnlyList<string> ListLiterals(string query) => [.. Literal.Matches(query).Select(m => m.Value[1..^1])];
    }
}
