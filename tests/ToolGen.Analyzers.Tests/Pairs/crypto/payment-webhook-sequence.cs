// Takes over a payment notice that a provider signed; the MAC is compared with SequenceEqual, which stops at the first difference.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Payment(Guid Id, decimal Amount);

    [McpServerToolType]
    public sealed class PaymentTools(IConfiguration configuration)
    {
        private readonly Dictionary<Guid, Payment> payments = [];

        [McpServerTool, Description("Takes over a payment notice with its signature (hex).")]
        public string TakeNotice(string body, string signature)
        {
            var key = Encoding.UTF8.GetBytes(configuration["Payments:WebhookKey"]!);
            var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body));
            if (!Convert.FromHexString(signature).SequenceEqual(expected)) return "bad signature";
            var payment = JsonSerializer.Deserialize<Payment>(body)!;
            this.payments[payment.Id] = payment;
            return "taken over";
        }
    }
}

namespace Fixed
{
    public sealed record Payment(Guid Id, decimal Amount);

    [McpServerToolType]
    public sealed class PaymentTools(IConfiguration configuration)
    {
        private readonly Dictionary<Guid, Payment> payments = [];

        [McpServerTool, Description("Takes over a payment notice with its signature (hex).")]
        public string TakeNotice(string body, string signature)
        {
            var key = Encoding.UTF8.GetBytes(configuration["Payments:WebhookKey"] ?? throw new InvalidOperationException("Payments:WebhookKey is missing."));
            var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body));
            if (!CryptographicOperations.FixedTimeEquals(Convert.FromHexString(signature), expected)) return "bad signature";
            var payment = JsonSerializer.Deserialize<Payment>(body)!;
            this.payments[payment.Id] = payment;
            return "taken over";
        }
    }
}
