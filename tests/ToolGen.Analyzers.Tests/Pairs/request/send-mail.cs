// Mails a meeting's minutes to a colleague; the mail server to use is an argument.
using System;
using System.ComponentModel;
using System.Net.Mail;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class MinutesPlugin
    {
        [KernelFunction("mail_minutes")]
        [Description("Mails minutes to a colleague.")]
        public async Task<string> MailMinutesAsync(string to, string subject, string minutes, string server = "mail.example.com", int port = 25)
        {
            using var message = new MailMessage("assistant@example.com", to, subject, minutes);
            using var smtp = new SmtpClient(server, port);
            await smtp.SendMailAsync(message);
            return "Sent.";
        }
    }
}

namespace Fixed
{
    public sealed record MailOptions(string Host, int Port);

    public class MinutesPlugin(MailOptions options)
    {
        [KernelFunction("mail_minutes")]
        [Description("Mails minutes to a colleague.")]
        public async Task<string> MailMinutesAsync(string to, string subject, string minutes, CancellationToken cancellationToken = default)
        {
            if (!MailAddress.TryCreate(to, out var recipient) || !recipient.Host.Equals("example.com", StringComparison.OrdinalIgnoreCase))
                return "Minutes go to colleagues only.";

            using var message = new MailMessage(new MailAddress("assistant@example.com"), recipient)
            {
                Subject = subject.ReplaceLineEndings(" "),
                Body = minutes,
            };
            using var smtp = new SmtpClient(options.Host, options.Port) { EnableSsl = true };
            await smtp.SendMailAsync(message, cancellationToken);
            return "Sent.";
        }
    }
}
