// Asks whois for a domain; the pattern lets a dash stand first, so -h and a server of the caller's choice fit in it.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class WhoisTools
    {
        private static readonly Regex Domain = new(@"^[\w.-]+$");

        [McpServerTool(Name = "whois"), Description("Registration data of domains.")]
        public static async Task<string> WhoisAsync([Description("One or more domains")] string[] domains, CancellationToken cancellationToken)
        {
            var info = new ProcessStartInfo("whois") { RedirectStandardOutput = true };
            foreach (var domain in domains)
            {
                if (!Domain.IsMatch(domain)) throw new ArgumentException("not a domain: " + domain);
                info.ArgumentList.Add(domain);
            }

            using var process = Process.Start(info)!;
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return text;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class WhoisTools
    {
        private static readonly Regex Domain = new(@"\A[a-z0-9][a-z0-9-]{0,62}(\.[a-z0-9][a-z0-9-]{0,62}){1,5}\z", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

        [McpServerTool(Name = "whois"), Description("Registration data of a domain.")]
        public static async Task<string> WhoisAsync([Description("The domain")] string domain, CancellationToken cancellationToken)
        {
            if (domain.Length > 253 || !Domain.IsMatch(domain)) throw new ArgumentException("not a domain");

            var info = new ProcessStartInfo("whois") { RedirectStandardOutput = true };
            info.ArgumentList.Add("--");
            info.ArgumentList.Add(domain);

            using var process = Process.Start(info)!;
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return text;
        }
    }
}
