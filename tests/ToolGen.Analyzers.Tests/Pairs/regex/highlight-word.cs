// Marks a word in a paragraph; the word stands between two word boundaries of an interpolated pattern.
using System;
using System.Net;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    public static class Highlighter
    {
        /// <summary>Marks each occurrence of a word.</summary>
        /// <param name="text">A paragraph.</param>
        /// <param name="word">The word.</param>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static string HighlightWord(string text, string word)
        {
            var html = WebUtility.HtmlEncode(text);
            return Regex.Replace(html, $@"\b({word})\b", m => $"<mark>{m.Groups[1].Value}</mark>", RegexOptions.IgnoreCase);
        }
    }
}

namespace Fixed
{
    public static class Highlighter
    {
        /// <summary>Marks each occurrence of a word.</summary>
        /// <param name="text">A paragraph.</param>
        /// <param name="word">The word.</param>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static string HighlightWord(string text, string word)
        {
            var html = WebUtility.HtmlEncode(text);
            var literal = Regex.Escape(WebUtility.HtmlEncode(word));
            return Regex.Replace(html, $@"\b({literal})\b", m => $"<mark>{m.Groups[1].Value}</mark>", RegexOptions.IgnoreCase);
        }
    }
}
