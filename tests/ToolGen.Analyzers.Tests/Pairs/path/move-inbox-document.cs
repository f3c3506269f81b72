// Files a document from the inbox into a folder of the archive; only the source is checked, the target is not.
using System;
using System.ComponentModel;
using System.IO;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class InboxTools
    {
        private static readonly string Inbox = Path.GetFullPath("docs/inbox") + Path.DirectorySeparatorChar;
        private static readonly string Archive = Path.GetFullPath("docs/archive") + Path.DirectorySeparatorChar;

        [McpServerTool, Description("Moves a document of the inbox into the archive.")]
        public string FileDocument([Description("Document in the inbox")] string document, [Description("Folder and name in the archive")] string target)
        {
            var from = Path.GetFullPath(Path.Combine(Inbox, document));
            if (!from.StartsWith(Inbox, StringComparison.Ordinal)) throw new ArgumentException("Not in the inbox.");
            var to = Path.GetFullPath(Path.Combine(Archive, target));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to, overwrite: true);
            return "filed";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class InboxTools
    {
        private static readonly string Inbox = Path.GetFullPath("docs/inbox") + Path.DirectorySeparatorChar;
        private static readonly string Archive = Path.GetFullPath("docs/archive") + Path.DirectorySeparatorChar;

        [McpServerTool, Description("Moves a document of the inbox into the archive.")]
        public string FileDocument([Description("Document in the inbox")] string document, [Description("Folder and name in the archive")] string target)
        {
            var from = Below(Inbox, document);
            var to = Below(Archive, target);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to, overwrite: false);
            return "filed";
        }

        private static string Below(string root, string relative)
        {
            var full = Path.GetFullPath(relative, root);
            return full.StartsWith(root, StringComparison.Ordinal) && full.Length > root.Length
                ? full
                : throw new ArgumentException("The path leaves its folder.");
        }
    }
}
