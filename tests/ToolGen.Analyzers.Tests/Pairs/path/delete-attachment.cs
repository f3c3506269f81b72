// Deletes an attachment of a ticket; the prefix check has no separator, so "attachments-archive" passes too.
using System;
using System.ComponentModel;
using System.IO;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class AttachmentTools(ILogger<AttachmentTools> logger)
    {
        private readonly string root = Path.GetFullPath("data/attachments");

        [McpServerTool(Name = "delete_attachment", Destructive = true), Description("Deletes an attachment of a support ticket.")]
        public bool Delete([Description("Path below the attachments, such as 4711/scan.pdf")] string attachment)
        {
            var full = Path.GetFullPath(Path.Combine(this.root, attachment));
            if (!full.StartsWith(this.root, StringComparison.OrdinalIgnoreCase))
            {
                logger.LogWarning("An attachment outside the folder was refused.");
                return false;
            }

            if (!File.Exists(full)) return false;
            File.Delete(full);
            return true;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class AttachmentTools(ILogger<AttachmentTools> logger)
    {
        private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath("data/attachments"));

        [McpServerTool(Name = "delete_attachment", Destructive = true), Description("Deletes an attachment of a support ticket.")]
        public bool Delete([Description("Path below the attachments, such as 4711/scan.pdf")] string attachment)
        {
            var full = Path.GetFullPath(Path.Combine(this.root, attachment));
            if (!full.StartsWith(this.root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                logger.LogWarning("An attachment outside the folder was refused.");
                return false;
            }

            if (!File.Exists(full)) return false;
            File.Delete(full);
            return true;
        }
    }
}
