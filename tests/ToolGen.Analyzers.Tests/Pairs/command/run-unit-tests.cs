// Runs tests of a project that a filter names; a backslash before the quote ends the quoted value early.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class TestTools
    {
        [McpServerTool(Name = "run_tests"), Description("Runs unit tests and returns the summary.")]
        public async Task<string> RunAsync(string project, string filter, CancellationToken cancellationToken)
        {
            var line = new StringBuilder("test ");
            line.Append('"').Append(Escape(project)).Append('"');
            line.Append(" --nologo --filter ").Append('"').Append(Escape(filter)).Append('"');

            var info = new ProcessStartInfo("dotnet") { Arguments = line.ToString(), RedirectStandardOutput = true };
            using var dotnet = Process.Start(info)!;
            var text = await dotnet.StandardOutput.ReadToEndAsync(cancellationToken);
            await dotnet.WaitForExitAsync(cancellationToken);
            return text.Split('\n').LastOrDefault(l => l.Contains("Passed!") || l.Contains("Failed!")) ?? "no summary";
        }

        private static string Escape(string value) => value.Replace("\"", "\\\"");
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class TestTools
    {
        private static readonly Dictionary<string, string> Projects = new()
        {
            ["core"] = "tests/Core.Tests/Core.Tests.csproj",
            ["web"] = "tests/Web.Tests/Web.Tests.csproj",
        };

        [McpServerTool(Name = "run_tests"), Description("Runs unit tests of core or web and returns the summary.")]
        public async Task<string> RunAsync(string project, [Description("Name of a class or method")] string name, CancellationToken cancellationToken)
        {
            if (!Projects.TryGetValue(project, out var path)) return "The project is core or web.";
            if (name.Length is 0 or > 200 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_')) return "This is no name of a test.";

            var info = new ProcessStartInfo("dotnet", ["test", path, "--nologo", "--filter", "FullyQualifiedName~" + name]) { RedirectStandardOutput = true };
            using var dotnet = Process.Start(info)!;
            var text = await dotnet.StandardOutput.ReadToEndAsync(cancellationToken);
            await dotnet.WaitForExitAsync(cancellationToken);
            return text.Split('\n').LastOrDefault(l => l.Contains("Passed!") || l.Contains("Failed!")) ?? "no summary";
        }
    }
}
