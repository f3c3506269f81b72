// Sends a reminder by mail; the mailbox's password is an argument of NetworkCredential.
using System;
using System.ComponentModel;
using System.Net;
using System.Net.Mail;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class ReminderTools
    {
        [McpServerTool, Description("Sends a reminder to the team's mailbox.")]
        public async Task<string> SendReminder(string subject, string text, CancellationToken cancellationToken)
        {
            using var smtp = new SmtpClient("smtp.example.com", 587) { EnableSsl = true };
            smtp.Credentials = new NetworkCredential("reminder@example.com", "Apfelbaum#Birne44");
            using var mail = new MailMessage("reminder@example.com", "team@example.com")
            {
                Subject = subject.ReplaceLineEndings(" "),
                Body = text,
            };
            await smtp.SendMailAsync(mail, cancellationToken);
            return "sent";
        }
    }
}

namespace Fixed
{
    public sealed class MailSettings
    {
        public string User { get; set; } = "reminder@example.com";

        public string? Password { get; set; }

        public string PasswordHint { get; set; } = "Ask the office for the password of the mailbox";
    }

    [McpServerToolType]
    public class ReminderTools(IConfiguration configuration)
    {
        [McpServerTool, Description("Sends a reminder to the team's mailbox.")]
        public async Task<string> SendReminder(string subject, string text, CancellationToken cancellationToken)
        {
            var settings = configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
            if (settings.Password is null) return settings.PasswordHint;
            using var smtp = new SmtpClient("smtp.example.com", 587) { EnableSsl = true };
            smtp.Credentials = new NetworkCredential(settings.User, settings.Password);
            using var mail = new MailMessage("reminder@example.com", "team@example.com")
            {
                Subject = subject.ReplaceLineEndings(" "),
                Body = text,
            };
            await smtp.SendMailAsync(mail, cancellationToken);
            return "sent";
        }
    }
}
