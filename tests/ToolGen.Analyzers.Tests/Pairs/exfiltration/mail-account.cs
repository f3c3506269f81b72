// Shows the mail account in use; the options are serialized whole, and of two secrets only one is blanked.
using System;
using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record MailAccount
    {
        public string Address { get; init; } = "";
        public string Server { get; init; } = "";
        public string Password { get; init; } = "";
        public string RefreshToken { get; init; } = "";
    }

    [McpServerToolType]
    public sealed class MailAccountTools(IOptionsMonitor<MailAccount> options)
    {
        [McpServerTool(Name = "mail_account", ReadOnly = true), Description("The mail account that is in use.")]
        public string Account() => JsonSerializer.Serialize(options.CurrentValue with { Password = "***" });
    }
}

namespace Fixed
{
    public sealed record MailAccount
    {
        public string Address { get; init; } = "";
        public string Server { get; init; } = "";
        public string Password { get; init; } = "";
        public string RefreshToken { get; init; } = "";
    }

    [McpServerToolType]
    public sealed class MailAccountTools(IOptionsMonitor<MailAccount> options)
    {
        [McpServerTool(Name = "mail_account", ReadOnly = true), Description("The mail account that is in use.")]
        public string Account()
        {
            var account = options.CurrentValue;
            return JsonSerializer.Serialize(new { account.Address, account.Server, signedIn = account.RefreshToken.Length > 0 });
        }
    }
}
