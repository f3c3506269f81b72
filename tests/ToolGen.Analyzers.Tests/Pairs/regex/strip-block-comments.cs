// Counts the lines of a script without its comments; a comment of stars only can be cut in exponentially many ways.
using System;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public record SourceText(string Language, string Code);

    public sealed class LineCounter
    {
        private readonly Regex block = new(@"/\*([^*]|\*+[^/])*\*/", RegexOptions.Compiled);

        public AITool ToTool() => AIFunctionFactory.Create((SourceText source) => this.Count(source), "count_code", "Counts lines of code without comments.");

        private int Count(SourceText source)
        {
            var code = source.Language is "csharp" or "java" or "sql" ? this.block.Replace(source.Code, "") : source.Code;
            return code.Split('\n').Count(l => !string.IsNullOrWhiteSpace(l));
        }
    }
}

namespace Fixed
{
    public record SourceText(string Language, string Code);

    public sealed class LineCounter
    {
        private readonly Regex block = new(@"/\*([^*]|\*+[^/])*\*/", RegexOptions.NonBacktracking);

        public AITool ToTool() => AIFunctionFactory.Create((SourceText source) => this.Count(source), "count_code", "Counts lines of code without comments.");

        private int Count(SourceText source)
        {
            var code = source.Language is "csharp" or "java" or "sql" ? this.block.Replace(source.Code, "") : source.Code;
            return code.Split('\n').Count(l => !string.IsNullOrWhiteSpace(l));
        }
    }
}
