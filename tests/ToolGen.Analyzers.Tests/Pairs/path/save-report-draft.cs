// Saves a draft of a finance report; dots are removed by Replace once, which "....//" and rooted paths survive.
using System;
using System.ComponentModel;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class ReportDrafts(string folder)
    {
        [KernelFunction("save_draft"), Description("Saves a draft of a report and returns where it lies.")]
        public async Task<string> SaveAsync(
            [Description("Title of the report, becomes the file name")] string title,
            [Description("Markdown")] string text,
            CancellationToken cancellationToken = default)
        {
            var safe = title.Replace("../", "").Replace(' ', '-');
            var target = Path.Combine(folder, safe);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, text, cancellationToken);
            return $"Saved {safe} ({text.Length} characters).";
        }
    }
}

namespace Fixed
{
    public sealed class ReportDrafts(string folder)
    {
        [KernelFunction("save_draft"), Description("Saves a draft of a report and returns where it lies.")]
        public async Task<string> SaveAsync(
            [Description("Title of the report, becomes the file name")] string title,
            [Description("Markdown")] string text,
            CancellationToken cancellationToken = default)
        {
            var name = Path.GetFileName(title.Replace(' ', '-').Replace('\\', '/'));
            if (name is "" or "." or ".." || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name.Contains(':'))
                throw new ArgumentException("The title makes no file name.", nameof(title));
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".md"), text, cancellationToken);
            return $"Saved {name}.md ({text.Length} characters).";
        }
    }
}
