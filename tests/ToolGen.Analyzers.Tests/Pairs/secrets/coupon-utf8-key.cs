// Issues a coupon with a short signature; the key is a UTF-8 literal in a property.
using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class CouponTools
    {
        private static ReadOnlySpan<byte> Key => "coupon/Ktdoz6V9OdNyfn521HvtawTBVE"u8;

        /// <summary>Issues a coupon for a customer.</summary>
        /// <param name="customer">The customer's number.</param>
        /// <param name="percent">The discount, 1 to 20.</param>
        [Tool]
        public string IssueCoupon(int customer, int percent)
        {
            if (percent is < 1 or > 20) throw new ToolException(ToolErrorCodes.InvalidInput, "1 to 20 percent");
            Span<byte> mac = stackalloc byte[32];
            HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{customer}:{percent}"), mac);
            return $"{customer}-{percent}-{Convert.ToHexStringLower(mac[..16])}";
        }
    }
}

namespace Fixed
{
    public sealed class CouponTools
    {
        private static ReadOnlySpan<byte> Alphabet => "ABCDEFGHJKMNPQRSTVWXYZ0123456789"u8;

        /// <summary>Issues a coupon for a customer.</summary>
        /// <param name="customer">The customer's number.</param>
        /// <param name="percent">The discount, 1 to 20.</param>
        [Tool(Capabilities = ["secret coupon-key"])]
        public async ValueTask<string> IssueCoupon(int customer, int percent, ToolContext context)
        {
            if (percent is < 1 or > 20) throw new ToolException(ToolErrorCodes.InvalidInput, "1 to 20 percent");
            var mac = await context.Secrets.HmacSha256("coupon-key", $"{customer}:{percent}");
            var code = new StringBuilder($"{customer}-{percent}-");
            foreach (var b in mac) code.Append((char)Alphabet[b & 31]);
            return code.ToString();
        }
    }
}
