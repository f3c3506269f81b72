// Lists appointments in a line format of the caller's; the format is checked for its length and a placeholder, which allows huge widths.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class CalendarPlugin
    {
        private readonly List<(DateTime Start, string Title)> entries = [(new DateTime(2025, 3, 1, 9, 0, 0), "Stand-up"), (new DateTime(2025, 3, 1, 14, 0, 0), "Review")];

        [KernelFunction, Description("Lists appointments. lineFormat: {0} start, {1} title.")]
        public string ListAppointments(string lineFormat = "{0:g} {1}")
        {
            if (lineFormat.Length > 80 || !lineFormat.Contains("{1"))
                throw new ArgumentException("A line format is short and shows the title.");

            var sb = new StringBuilder();
            foreach (var (start, title) in this.entries)
                sb.AppendFormat(lineFormat, start, title).AppendLine();
            return sb.ToString();
        }
    }
}

namespace Fixed
{
    public enum LineStyle { Short, Long, TitleOnly }

    public sealed class CalendarPlugin
    {
        private readonly List<(DateTime Start, string Title)> entries = [(new DateTime(2025, 3, 1, 9, 0, 0), "Stand-up"), (new DateTime(2025, 3, 1, 14, 0, 0), "Review")];

        [KernelFunction, Description("Lists appointments in a style.")]
        public string ListAppointments(LineStyle style = LineStyle.Short)
        {
            var lineFormat = style switch
            {
                LineStyle.Long => "{0:F}: {1}",
                LineStyle.TitleOnly => "{1}",
                _ => "{0:g} {1}",
            };

            var sb = new StringBuilder();
            foreach (var (start, title) in this.entries)
                sb.AppendFormat(lineFormat, start, title).AppendLine();
            return sb.ToString();
        }
    }
}
