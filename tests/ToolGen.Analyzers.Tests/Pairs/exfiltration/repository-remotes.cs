// Lists the remotes of a repository; addresses carry the token of the build, and only one known token is taken out.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class RemoteTools
    {
        private const string ConfigFile = "/srv/checkout/.git/config";

        [McpServerTool(Name = "list_remotes", ReadOnly = true), Description("Remotes of the checked out repository.")]
        public IEnumerable<string> ListRemotes()
        {
            var own = Environment.GetEnvironmentVariable("CI_TOKEN");
            foreach (var line in File.ReadLines(ConfigFile))
            {
                if (line.Split('=', 2) is not [var key, var value] || key.Trim() != "url") continue;
                yield return own is { Length: > 0 } ? value.Trim().Replace(own, "***") : value.Trim();
            }
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class RemoteTools
    {
        private const string ConfigFile = "/srv/checkout/.git/config";

        [McpServerTool(Name = "list_remotes", ReadOnly = true), Description("Remotes of the checked out repository.")]
        public IEnumerable<string> ListRemotes() =>
            from line in File.ReadLines(ConfigFile)
            let pair = line.Split('=', 2)
            where pair.Length == 2 && pair[0].Trim() == "url"
            select Uri.TryCreate(pair[1].Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
                ? uri.Host + uri.AbsolutePath
                : "(not over https)";
    }
}
