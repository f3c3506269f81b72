// Opens a page of the help in the user's browser; whatever the shell can open is opened, programs too.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class HelpOpener
    {
        public IList<AITool> Tools => [AIFunctionFactory.Create(Open, new AIFunctionFactoryOptions { Name = "open_help_page" })];

        [Description("Opens a help page for the user.")]
        private string Open([Description("Address of the page")] string address)
        {
            if (string.IsNullOrWhiteSpace(address) || !address.Contains("help.example.com", StringComparison.OrdinalIgnoreCase))
            {
                return "Only pages of help.example.com can be opened.";
            }

            Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
            return "Opened " + address;
        }
    }
}

namespace Fixed
{
    public sealed class HelpOpener
    {
        public IList<AITool> Tools => [AIFunctionFactory.Create(Open, new AIFunctionFactoryOptions { Name = "open_help_page" })];

        [Description("Opens a help page for the user.")]
        private string Open([Description("Address of the page")] string address)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
                || uri.Scheme != Uri.UriSchemeHttps
                || !uri.IsDefaultPort
                || uri.UserInfo.Length > 0
                || !string.Equals(uri.IdnHost, "help.example.com", StringComparison.OrdinalIgnoreCase))
            {
                return "Only pages of https://help.example.com can be opened.";
            }

            Process.Start(new ProcessStartInfo(uri.AbsoluteUri) { UseShellExecute = true });
            return "Opened " + uri.AbsoluteUri;
        }
    }
}
