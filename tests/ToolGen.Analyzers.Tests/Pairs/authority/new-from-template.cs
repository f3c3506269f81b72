// Starts a document from a template; both are copied on the disk of the machine.
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public enum Template { Letter, Offer, Contract }

    public static class DocumentTools
    {
        /// <summary>Starts a document from a template.</summary>
        [Tool(Destructive = false)]
        public static string NewFromTemplate(Template template, Guid document)
        {
            var target = Path.Combine("documents", document.ToString("D") + ".html");
            File.Copy(Path.Combine("templates", template.ToString().ToLowerInvariant() + ".html"), target, overwrite: false);
            return target;
        }
    }
}

namespace Fixed
{
    public enum Template { Letter, Offer, Contract }

    public static class DocumentTools
    {
        /// <summary>Starts a document from a template.</summary>
        [Tool(Destructive = false, Capabilities = ["read templates/*", "write documents/*"])]
        public static async Task<string> NewFromTemplate(Template template, Guid document, ToolContext context, CancellationToken ct)
        {
            var target = $"documents/{document:D}.html";
            using var outputs = context.Files.BeginWrite();
            await using (var from = context.Files.OpenRead($"templates/{template.ToString().ToLowerInvariant()}.html"))
            await using (var to = outputs.Create(target, replace: false))
                await from.CopyToAsync(to, ct);
            outputs.Commit();
            return target;
        }
    }
}
