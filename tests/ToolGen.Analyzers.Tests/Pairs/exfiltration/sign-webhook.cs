// Signs the body of a webhook; the signing key is written to the tool's log.
using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class SigningTools
    {
        /// <summary>Signature of a webhook's body, in hexadecimal.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static string SignWebhook(string body, ToolContext context)
        {
            var key = Environment.GetEnvironmentVariable("WEBHOOK_KEY") ?? "";
            context.Log($"signing {body.Length} characters with {key}");
            return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body)));
        }
    }
}

namespace Fixed
{
    public static class SigningTools
    {
        /// <summary>Signature of a webhook's body, in hexadecimal.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["secret webhook"])]
        public static async Task<string> SignWebhook(string body, ToolContext context, CancellationToken cancellationToken)
        {
            context.Log($"signing {body.Length} characters");
            return Convert.ToHexStringLower(await context.Secrets.HmacSha256("webhook", body, cancellationToken));
        }
    }
}
