// Says which posts mention keywords; the keywords are joined with bars into one pattern.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record Post(int Id, string Text);

    public abstract class FeedPlugin
    {
        protected abstract IEnumerable<Post> Feed();

        [KernelFunction, Description("Ids of posts that mention one of the keywords.")]
        public int[] Mentions(string[] keywords)
        {
            var pattern = new StringBuilder(@"\b(");
            pattern.AppendJoin('|', keywords.Where(k => k.Length > 1)).Append(@")\b");
            var regex = new Regex(pattern.ToString(), RegexOptions.IgnoreCase);
            return [.. this.Feed().Where(p => regex.IsMatch(p.Text)).Select(p => p.Id)];
        }
    }
}

namespace Fixed
{
    public record Post(int Id, string Text);

    public abstract class FeedPlugin
    {
        protected abstract IEnumerable<Post> Feed();

        [KernelFunction, Description("Ids of posts that mention one of the keywords.")]
        public int[] Mentions(string[] keywords)
        {
            var pattern = new StringBuilder(@"\b(");
            pattern.AppendJoin('|', keywords.Where(k => k.Length > 1).Take(40).Select(Regex.Escape)).Append(@")\b");
            var regex = new Regex(pattern.ToString(), RegexOptions.IgnoreCase);
            return [.. this.Feed().Where(p => regex.IsMatch(p.Text)).Select(p => p.Id)];
        }
    }
}
