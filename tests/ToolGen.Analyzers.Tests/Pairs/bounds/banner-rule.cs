// Draws a titled rule for a text report; the width of the rule has no upper end.
using System;
using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class ReportPlugin
    {
        [KernelFunction("draw_rule"), Description("Draws a horizontal rule with a title in the middle.")]
        public string DrawRule(string title, int width = 80, string sign = "=")
        {
            if (width < title.Length + 2)
            {
                return title;
            }

            var side = (width - title.Length - 2) / 2;
            var bar = new string(sign[0], side);
            return $"{bar} {title} {bar}";
        }
    }
}

namespace Fixed
{
    public sealed class ReportPlugin
    {
        private const int MaxWidth = 240;

        [KernelFunction("draw_rule"), Description("Draws a horizontal rule with a title in the middle, at most 240 wide.")]
        public string DrawRule(string title, int width = 80, string sign = "=")
        {
            if (width > MaxWidth || title.Length > MaxWidth || sign.Length == 0)
            {
                throw new ArgumentException($"width and title must be at most {MaxWidth}, and sign not empty");
            }

            if (width < title.Length + 2)
            {
                return title;
            }

            var side = (width - title.Length - 2) / 2;
            var bar = new string(sign[0], side);
            return $"{bar} {title} {bar}";
        }
    }
}
