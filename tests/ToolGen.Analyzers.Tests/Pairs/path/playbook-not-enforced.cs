// Reads a playbook of operations; the list of known ones is consulted, but an unknown one only makes a log line.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class PlaybookPlugin(ILogger<PlaybookPlugin> logger)
    {
        private static readonly HashSet<string> Known = ["disk-full.md", "cert-expired.md", "queue-stuck.md"];

        [KernelFunction("read_playbook"), Description("Returns what to do in a kind of incident.")]
        public async Task<string> ReadAsync([Description("File of the playbook")] string playbook)
        {
            if (!Known.Contains(playbook)) logger.LogWarning("Someone asks for a playbook that is not listed.");
            var path = Path.Combine("ops", "playbooks", playbook);
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync();
        }
    }
}

namespace Fixed
{
    public class PlaybookPlugin(ILogger<PlaybookPlugin> logger)
    {
        private static readonly HashSet<string> Known = ["disk-full.md", "cert-expired.md", "queue-stuck.md"];

        [KernelFunction("read_playbook"), Description("Returns what to do in a kind of incident.")]
        public async Task<string> ReadAsync([Description("File of the playbook")] string playbook)
        {
            if (!Known.Contains(playbook))
            {
                logger.LogWarning("Someone asks for a playbook that is not listed.");
                return "There is no such playbook.";
            }

            var path = Path.Combine("ops", "playbooks", playbook);
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync();
        }
    }
}
