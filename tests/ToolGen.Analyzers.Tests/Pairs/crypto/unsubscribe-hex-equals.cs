// Ends a newsletter's subscription with the signed code of a mail; the hexadecimal MACs are compared as strings.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using System.Security.Cryptography;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public sealed class NewsletterTools
    {
        private readonly HashSet<int> subscribers = [1, 2, 3, 5, 8];

        /// <summary>Ends a subscription.</summary>
        /// <param name="subscriber">The subscriber's number.</param>
        /// <param name="code">The code that stands in the newsletter.</param>
        [Tool(Idempotent = true, Capabilities = ["secret newsletter"])]
        public async Task<bool> Unsubscribe(int subscriber, string code, ToolContext context)
        {
            var mac = await context.Secrets.HmacSha256("newsletter", subscriber.ToString(CultureInfo.InvariantCulture));
            if (string.Equals(Convert.ToHexString(mac), code, StringComparison.OrdinalIgnoreCase))
                return this.subscribers.Remove(subscriber);
            return false;
        }
    }
}

namespace Fixed
{
    public sealed class NewsletterTools
    {
        private readonly HashSet<int> subscribers = [1, 2, 3, 5, 8];

        /// <summary>Ends a subscription.</summary>
        /// <param name="subscriber">The subscriber's number.</param>
        /// <param name="code">The code that stands in the newsletter.</param>
        [Tool(Idempotent = true, Capabilities = ["secret newsletter"])]
        public async Task<bool> Unsubscribe(int subscriber, string code, ToolContext context)
        {
            var mac = await context.Secrets.HmacSha256("newsletter", subscriber.ToString(CultureInfo.InvariantCulture));
            var expected = Encoding.ASCII.GetBytes(Convert.ToHexString(mac));
            var given = Encoding.UTF8.GetBytes(code.ToUpperInvariant());
            return CryptographicOperations.FixedTimeEquals(expected, given) && this.subscribers.Remove(subscriber);
        }
    }
}
