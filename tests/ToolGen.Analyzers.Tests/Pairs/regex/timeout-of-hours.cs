// Filters readings of instruments by a pattern; there is a timeout, and it is six hours.
using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    public sealed class ReadingTools
    {
        private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

        /// <summary>The readings whose label matches.</summary>
        /// <param name="labels">Labels of readings.</param>
        /// <param name="pattern">A regular expression.</param>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public List<string> FilterReadings(List<string> labels, string pattern)
        {
            var regex = new Regex(pattern, RegexOptions.None, Patience);
            return labels.FindAll(label => regex.IsMatch(label));
        }
    }
}

namespace Fixed
{
    public sealed class ReadingTools
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

        /// <summary>The readings whose label matches.</summary>
        /// <param name="labels">Labels of readings.</param>
        /// <param name="pattern">A regular expression.</param>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public List<string> FilterReadings(List<string> labels, string pattern)
        {
            try
            {
                var regex = new Regex(pattern, RegexOptions.None, Patience);
                return labels.FindAll(label => regex.IsMatch(label));
            }
            catch (RegexMatchTimeoutException)
            {
                throw new ToolException(ToolErrorCodes.InvalidInput, "the pattern takes too long");
            }
        }
    }
}
