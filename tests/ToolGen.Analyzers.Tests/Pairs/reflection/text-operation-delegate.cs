// Works on a text with an operation whose method is bound by name, private ones included.
using System;
using System.ComponentModel;
using System.IO;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class TextTools
    {
        [McpServerTool(Name = "text_operation"), Description("Works on a text: Reverse, WordCount, Slug.")]
        public string Run(string operation, string text)
        {
            try
            {
                var work = (Func<string, string>)Delegate.CreateDelegate(typeof(Func<string, string>), this, operation, ignoreCase: true);
                return work(text);
            }
            catch (ArgumentException)
            {
                return "There is no such operation.";
            }
        }

        private string Reverse(string text) => new([.. text.Reverse()]);

        private string WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ToString();

        private string Slug(string text) => string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-'));

        private string LoadDraft(string file) => File.ReadAllText(file);
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class TextTools
    {
        [McpServerTool(Name = "text_operation"), Description("Works on a text: Reverse, WordCount, Slug.")]
        public string Run(string operation, string text) => operation.ToLowerInvariant() switch
        {
            "reverse" => Reverse(text),
            "wordcount" => WordCount(text),
            "slug" => Slug(text),
            _ => "There is no such operation.",
        };

        private static string Reverse(string text) => new([.. text.Reverse()]);

        private static string WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ToString();

        private static string Slug(string text) => string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-'));
    }
}
