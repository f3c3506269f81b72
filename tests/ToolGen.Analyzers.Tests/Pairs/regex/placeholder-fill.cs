// Fills placeholders of a letter; blanks and names in the braces are repeated inside a repetition.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class LetterTools
    {
        private static readonly Regex Placeholder = new(@"\{\{((?:\s*\w*\s*)*)\}\}");

        public static IEnumerable<AIFunction> Create()
        {
            yield return AIFunctionFactory.Create(Fill, "fill_letter");
        }

        [Description("Fills the placeholders of a letter.")]
        private static string Fill(string letter, Dictionary<string, string> values) =>
            Placeholder.Replace(letter, m => values.TryGetValue(m.Groups[1].Value.Trim(), out var value) ? value : m.Value);
    }
}

namespace Fixed
{
    public static class LetterTools
    {
        private static readonly Regex Placeholder = new(@"\{\{([\w ]{1,60})\}\}", RegexOptions.NonBacktracking);

        public static IEnumerable<AIFunction> Create()
        {
            yield return AIFunctionFactory.Create(Fill, "fill_letter");
        }

        [Description("Fills the placeholders of a letter.")]
        private static string Fill(string letter, Dictionary<string, string> values) =>
            Placeholder.Replace(letter, m => values.TryGetValue(m.Groups[1].Value.Trim(), out var value) ? value : m.Value);
    }
}
