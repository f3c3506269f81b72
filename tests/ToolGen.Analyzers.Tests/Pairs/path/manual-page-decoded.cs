// Returns a page of a product manual; the encoded value is checked, the decoded one is opened.
using System;
using System.ComponentModel;
using System.IO;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ManualTools
    {
        [McpServerTool(Name = "manual_page"), Description("Returns a page of a manual by its link.")]
        public static string Page([Description("The path of the link, such as pump%20x2/filter.html")] string link)
        {
            if (link.Contains("..") || link.StartsWith('/') || link.Contains(':'))
                return "This is no link of a manual.";
            var relative = Uri.UnescapeDataString(link);
            using var reader = new StreamReader(Path.Combine("manuals", relative));
            return reader.ReadToEnd();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ManualTools
    {
        [McpServerTool(Name = "manual_page"), Description("Returns a page of a manual by its link.")]
        public static string Page([Description("The path of the link, such as pump%20x2/filter.html")] string link)
        {
            var root = Path.GetFullPath("manuals") + Path.DirectorySeparatorChar;
            var file = Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(link)));
            if (!file.StartsWith(root, StringComparison.Ordinal))
                return "This is no link of a manual.";
            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        }
    }
}
