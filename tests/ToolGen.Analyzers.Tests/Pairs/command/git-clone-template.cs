// Clones a template repository into a fresh folder; the URL may be an option or a transport that runs commands.
using System;
using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class Templates
    {
        /// <summary>Clones a project template and returns the folder.</summary>
        /// <param name="url">Address of the repository.</param>
        [Tool(Name = "clone_template")]
        public static async Task<string> CloneAsync(string url, ToolContext context, CancellationToken cancellationToken)
        {
            var target = Path.Combine(Path.GetTempPath(), "template-" + Guid.NewGuid().ToString("N"));
            var info = new ProcessStartInfo("git");
            foreach (var argument in new[] { "clone", "--depth", "1", url, target }) info.ArgumentList.Add(argument);

            context.Log($"cloning {url}");
            using var process = Process.Start(info)!;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? target : throw new ToolException("clone_failed", "git could not clone the template");
        }
    }
}

namespace Fixed
{
    public static class Templates
    {
        private const string Host = "https://git.example.com/templates/";
        private static readonly Regex Slug = new(@"\A[a-z0-9][a-z0-9-]{0,39}\z", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

        /// <summary>Clones a project template and returns the folder.</summary>
        /// <param name="template">Name of the template, such as web-shop.</param>
        [Tool(Name = "clone_template")]
        public static async Task<string> CloneAsync(string template, ToolContext context, CancellationToken cancellationToken)
        {
            if (!Slug.IsMatch(template)) throw new ToolException(ToolErrorCodes.InvalidInput, "a template's name is of a-z, 0-9 and -");

            var target = Path.Combine(Path.GetTempPath(), "template-" + Guid.NewGuid().ToString("N"));
            var info = new ProcessStartInfo("git");
            foreach (var argument in new[] { "clone", "--depth", "1", "--", Host + template + ".git", target }) info.ArgumentList.Add(argument);

            context.Log($"cloning {template}");
            using var process = Process.Start(info)!;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? target : throw new ToolException("clone_failed", "git could not clone the template");
        }
    }
}
