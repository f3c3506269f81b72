// Sends a notice through sendmail; an address that begins with a dash and holds an at sign is an option of sendmail.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Mail;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Notice
    {
        [Description("Address of the recipient")] public required string To { get; init; }
        [Description("Subject")] public required string Subject { get; init; }
        [Description("Text")] public required string Body { get; init; }
    }

    [McpServerToolType]
    public static class MailTools
    {
        [McpServerTool(Name = "send_notice"), Description("Sends a notice by mail.")]
        public static async Task<string> SendAsync(Notice notice)
        {
            if (!notice.To.Contains('@')) return "The recipient must be an address.";

            var info = new ProcessStartInfo("/usr/sbin/sendmail") { RedirectStandardInput = true };
            info.ArgumentList.Add("-i");
            info.ArgumentList.Add(notice.To);
            using var mail = Process.Start(info)!;
            await mail.StandardInput.WriteAsync($"Subject: {notice.Subject.ReplaceLineEndings(" ")}\n\n{notice.Body}");
            mail.StandardInput.Close();
            await mail.WaitForExitAsync();
            return mail.ExitCode == 0 ? "sent" : "not sent";
        }
    }
}

namespace Fixed
{
    public sealed record Notice
    {
        [Description("Address of the recipient")] public required string To { get; init; }
        [Description("Subject")] public required string Subject { get; init; }
        [Description("Text")] public required string Body { get; init; }
    }

    [McpServerToolType]
    public static class MailTools
    {
        [McpServerTool(Name = "send_notice"), Description("Sends a notice to a colleague by mail.")]
        public static async Task<string> SendAsync(Notice notice)
        {
            if (!MailAddress.TryCreate(notice.To, out var address) || address.Address.StartsWith('-')) return "The recipient must be an address.";
            if (!address.Host.Equals("example.com", StringComparison.OrdinalIgnoreCase)) return "Only colleagues get notices.";

            var info = new ProcessStartInfo("/usr/sbin/sendmail") { RedirectStandardInput = true };
            info.ArgumentList.Add("-i");
            info.ArgumentList.Add("--");
            info.ArgumentList.Add(address.Address);
            using var mail = Process.Start(info)!;
            await mail.StandardInput.WriteAsync($"Subject: {notice.Subject.ReplaceLineEndings(" ")}\n\n{notice.Body}");
            mail.StandardInput.Close();
            await mail.WaitForExitAsync();
            return mail.ExitCode == 0 ? "sent" : "not sent";
        }
    }
}
