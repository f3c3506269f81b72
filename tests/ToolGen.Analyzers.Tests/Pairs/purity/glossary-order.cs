// Sorts a glossary and finds the first term of a letter; the order of texts is that of the current culture.
using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public sealed class GlossaryTools
    {
        /// <summary>The terms in order, with the place of each.</summary>
        /// <param name="terms">Terms.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public IReadOnlyList<string> SortGlossary(IEnumerable<string> terms)
        {
            var sorted = terms.Distinct().ToList();
            sorted.Sort((a, b) => string.Compare(a, b, ignoreCase: true));
            return sorted.Select((t, i) => $"{i + 1}. {t}").ToList();
        }
    }
}

namespace Fixed
{
    public sealed class GlossaryTools
    {
        /// <summary>The terms in order, with the place of each.</summary>
        /// <param name="terms">Terms.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public IReadOnlyList<string> SortGlossary(IEnumerable<string> terms)
        {
            var sorted = terms.Distinct(StringComparer.Ordinal).ToList();
            sorted.Sort((a, b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase) is not 0 and var order ? order : string.CompareOrdinal(a, b));
            return sorted.Select((t, i) => $"{i + 1}. {t}").ToList();
        }
    }
}
