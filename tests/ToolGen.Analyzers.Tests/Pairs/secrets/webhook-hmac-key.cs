// Signs a webhook's payload for a partner; the key of the HMAC is a literal in the helper.
using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed record StockEvent(string Sku, int Pieces);

    public static class WebhookTools
    {
        /// <summary>Tells the partner about a change of stock.</summary>
        [Tool(Capabilities = ["http POST https://partner.example.com/hooks/stock"])]
        public static async Task<int> NotifyStock(StockEvent change, ToolContext context, CancellationToken cancellationToken)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(change);
            var answer = await context.Http.SendAsync(new ToolHttpRequest("POST", "https://partner.example.com/hooks/stock")
            {
                Body = body,
                ContentType = "application/json",
                Headers = [new("X-Signature", Sign(body))],
            }, cancellationToken);
            return answer.Status;
        }

        private static string Sign(byte[] body)
        {
            using var mac = new HMACSHA256(Encoding.ASCII.GetBytes("whsec_88Zxs59VldGLNPOHM07IPPYK51Vy"));
            return Convert.ToHexString(mac.ComputeHash(body));
        }
    }
}

namespace Fixed
{
    public sealed record StockEvent(string Sku, int Pieces);

    public static class WebhookTools
    {
        /// <summary>Tells the partner about a change of stock.</summary>
        [Tool(Capabilities = ["http POST https://partner.example.com/hooks/stock", "secret partner-webhook"])]
        public static async Task<int> NotifyStock(StockEvent change, ToolContext context, CancellationToken cancellationToken)
        {
            var body = JsonSerializer.Serialize(change);
            var signature = await context.Secrets.HmacSha256("partner-webhook", body, cancellationToken);
            var answer = await context.Http.SendAsync(new ToolHttpRequest("POST", "https://partner.example.com/hooks/stock")
            {
                Body = Encoding.UTF8.GetBytes(body),
                ContentType = "application/json",
                Headers = [new("X-Signature", Convert.ToHexString(signature)), new("X-Key-Id", "2025-01")],
            }, cancellationToken);
            return answer.Status;
        }
    }
}
