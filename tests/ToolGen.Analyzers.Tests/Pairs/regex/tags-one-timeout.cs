// Tidies the tags of a picture; the harmless check has a timeout, the costly replacement has none.
using System;
using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class TagPlugin
    {
        private static readonly Regex Shape = new(@"^[#\w\s,-]+$", RegexOptions.None, TimeSpan.FromMilliseconds(100));

        [KernelFunction("tidy_tags"), Description("Cuts unfinished words off the end of a list of tags.")]
        public string Tidy(string tags)
        {
            if (!Shape.IsMatch(tags)) throw new ArgumentException("Tags are words with a hash or a comma.", nameof(tags));
            return Regex.Replace(tags, @"-(\w+[\s,]*)+$", "");
        }
    }
}

namespace Fixed
{
    public sealed class TagPlugin
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);
        private static readonly Regex Shape = new(@"^[#\w\s,-]+$", RegexOptions.None, Longest);

        [KernelFunction("tidy_tags"), Description("Cuts unfinished words off the end of a list of tags.")]
        public string Tidy(string tags)
        {
            if (!Shape.IsMatch(tags)) throw new ArgumentException("Tags are words with a hash or a comma.", nameof(tags));
            return Regex.Replace(tags, @"-(\w+[\s,]*)+$", "", RegexOptions.None, Longest);
        }
    }
}
