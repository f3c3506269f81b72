// Pulls values out of a long text; the pattern's length is capped, but "(a+)+$" is short.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IDocuments { Task<string> TextAsync(Guid id); }

    public class ExtractPlugin(IDocuments documents)
    {
        private const int MaxPattern = 64;

        [KernelFunction("extract"), Description("Extracts all values that match from a document.")]
        public async Task<List<string>> ExtractAsync(Guid document, string pattern)
        {
            if (pattern.Length > MaxPattern) throw new ArgumentException("The pattern is too long.");
            var text = await documents.TextAsync(document);
            var values = new List<string>();
            for (var match = Regex.Match(text, pattern); match.Success; match = match.NextMatch()) values.Add(match.Value);
            return values;
        }
    }
}

namespace Fixed
{
    public interface IDocuments { Task<string> TextAsync(Guid id); }

    public class ExtractPlugin(IDocuments documents)
    {
        private const int MaxPattern = 64;

        [KernelFunction("extract"), Description("Extracts all values that match from a document.")]
        public async Task<List<string>> ExtractAsync(Guid document, string pattern)
        {
            if (pattern.Length > MaxPattern) throw new ArgumentException("The pattern is too long.");
            var text = await documents.TextAsync(document);
            var values = new List<string>();
            for (var match = Regex.Match(text, pattern, RegexOptions.NonBacktracking); match.Success && values.Count < 1_000; match = match.NextMatch()) values.Add(match.Value);
            return values;
        }
    }
}
