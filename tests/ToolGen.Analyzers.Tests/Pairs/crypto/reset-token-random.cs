// Sends a link with which a password can be reset; the token comes from System.Random.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IResetMailer
    {
        Task SendAsync(int user, string link, DateTimeOffset validUntil);
    }

    [McpServerToolType]
    public sealed class ResetTools(IResetMailer mailer)
    {
        [McpServerTool, Description("Mails a user a link to set a new password.")]
        public async Task<string> SendResetLink(int user)
        {
            var token = new StringBuilder(40);
            var random = new Random();
            while (token.Length < 40) token.Append(random.Next(0, 16).ToString("x"));
            await mailer.SendAsync(user, $"https://accounts.example.com/reset?user={user}&token={token}", DateTimeOffset.UtcNow.AddMinutes(30));
            return "The mail is on its way.";
        }
    }
}

namespace Fixed
{
    public interface IResetMailer
    {
        Task SendAsync(int user, string link, DateTimeOffset validUntil);
    }

    [McpServerToolType]
    public sealed class ResetTools(IResetMailer mailer)
    {
        [McpServerTool, Description("Mails a user a link to set a new password.")]
        public async Task<string> SendResetLink(int user)
        {
            var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
            await mailer.SendAsync(user, $"https://accounts.example.com/reset?user={user}&token={token}", DateTimeOffset.UtcNow.AddMinutes(30));
            return "The mail is on its way.";
        }
    }
}
