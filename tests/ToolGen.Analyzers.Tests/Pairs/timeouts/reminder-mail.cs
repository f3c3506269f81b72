// Mails a reminder to the person who is signed in; the mail server may take the connection and answer nothing.
using System;
using System.ComponentModel;
using System.Net.Mail;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed record Mailbox(string Host, string Own);

    public static class ReminderFunctions
    {
        public static AIFunction Create(Mailbox mailbox)
        {
            return AIFunctionFactory.Create(Remind, "send_reminder", "Mails a reminder to yourself.");

            async Task<string> Remind(string text)
            {
                using var smtp = new SmtpClient(mailbox.Host, 587) { EnableSsl = true };
                using var message = new MailMessage(mailbox.Own, mailbox.Own, "Reminder", text);
                await smtp.SendMailAsync(message);
                return "sent";
            }
        }
    }
}

namespace Fixed
{
    public sealed record Mailbox(string Host, string Own);

    public static class ReminderFunctions
    {
        public static AIFunction Create(Mailbox mailbox)
        {
            return AIFunctionFactory.Create(Remind, "send_reminder", "Mails a reminder to yourself.");

            async Task<string> Remind(string text, CancellationToken cancellationToken)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(TimeSpan.FromSeconds(15));
                using var smtp = new SmtpClient(mailbox.Host, 587) { EnableSsl = true };
                using var message = new MailMessage(mailbox.Own, mailbox.Own, "Reminder", text);
                await smtp.SendMailAsync(message, limit.Token);
                return "sent";
            }
        }
    }
}
