// Takes the bold passages out of a Markdown page of a wiki; an opening "**" without its end takes for ever.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IWiki { ValueTask<string> PageAsync(int id); }

    public sealed class WikiPlugin(IWiki wiki)
    {
        [KernelFunction("bold_terms"), Description("Terms that a wiki page sets in bold.")]
        public async Task<IReadOnlyCollection<string>> BoldAsync(int page)
        {
            var text = await wiki.PageAsync(page);
            return Regex.Matches(text, @"\*\*((?:[^*]+|\*(?!\*))*)\*\*").Select(m => m.Groups[1].Value).ToHashSet();
        }
    }
}

namespace Fixed
{
    public interface IWiki { ValueTask<string> PageAsync(int id); }

    public sealed class WikiPlugin(IWiki wiki)
    {
        [KernelFunction("bold_terms"), Description("Terms that a wiki page sets in bold.")]
        public async Task<IReadOnlyCollection<string>> BoldAsync(int page)
        {
            var text = await wiki.PageAsync(page);
            var terms = new HashSet<string>();
            for (var from = text.IndexOf("**", StringComparison.Ordinal); from >= 0; from = text.IndexOf("**", from, StringComparison.Ordinal))
            {
                var to = text.IndexOf("**", from + 2, StringComparison.Ordinal);
                if (to < 0) break;
                terms.Add(text[(from + 2)..to]);
                from = to + 2;
            }

            return terms;
        }
    }
}
