using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Analyzers.Rules;

/// <summary>Which parameters of a statement say how many rows it gives.</summary>
internal static class SqlLimit
{
    private static readonly string[] Words = ["limit", "take", "top", "pagesize", "page_size", "maxrows", "max_rows", "rowcount", "row_count"];

    /// <summary>The names behind LIMIT, TOP and FETCH.</summary>
    public static IEnumerable<string> Names(string sql)
    {
        var tokens = sql.Split([' ', '\n', '\r', '\t', '(', ')', ';', ','], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            var word = tokens[i].ToUpperInvariant();
            if (word is not ("LIMIT" or "TOP" or "NEXT" or "FIRST")) continue;
            if (tokens[i + 1][0] is '@' or '$' or ':') yield return tokens[i + 1].Substring(1);
        }
    }

    public static bool IsLimit(string parameter) => Words.Contains(parameter.TrimStart('@', '$', ':').ToLowerInvariant());
}
