// Tells the newest version of a package; npm.cmd is a batch file, so cmd reads the argument again whatever the list of arguments does.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class PackageTools
    {
        [McpServerTool(Name = "npm_latest"), Description("Newest version of an npm package.")]
        public async Task<string> LatestAsync([Description("Package, e.g. left-pad")] string package, CancellationToken cancellationToken)
        {
            ProcessStartInfo info = new("npm.cmd")
            {
                ArgumentList = { "view", package, "version" },
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };

            using var npm = Process.Start(info)!;
            var version = await npm.StandardOutput.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            return version.Trim();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class PackageTools
    {
        private static readonly Regex PackageName = new(@"\A(@[a-z0-9][a-z0-9._-]{0,60}/)?[a-z0-9][a-z0-9._-]{0,100}\z", RegexOptions.NonBacktracking);
        private static readonly string NpmScript = Path.Combine(AppContext.BaseDirectory, "node_modules", "npm", "bin", "npm-cli.js");

        [McpServerTool(Name = "npm_latest"), Description("Newest version of an npm package.")]
        public async Task<string> LatestAsync([Description("Package, e.g. left-pad")] string package, CancellationToken cancellationToken)
        {
            if (!PackageName.IsMatch(package)) throw new McpException("This is no name of a package.");

            ProcessStartInfo info = new("node")
            {
                ArgumentList = { NpmScript, "view", "--", package, "version" },
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };

            using var npm = Process.Start(info)!;
            var version = await npm.StandardOutput.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            return version.Trim();
        }
    }
}
