// Makes the code of a voucher; the tool reads the signing key itself, and so can read any other.
using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class VoucherTools
    {
        /// <summary>Code of a voucher.</summary>
        [Tool(OpenWorld = false)]
        public static string VoucherCode(int order, int percent)
        {
            var text = $"{order}.{Math.Clamp(percent, 1, 30)}";
            using var mac = new HMACSHA256(Key());
            return $"{text}.{Convert.ToHexString(mac.ComputeHash(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6))}";
        }

        private static byte[] Key() => Convert.FromBase64String(Environment.GetEnvironmentVariable("VOUCHER_KEY") ?? throw new ToolException(ToolErrorCodes.MissingSecret, "there is no key"));
    }
}

namespace Fixed
{
    public static class VoucherTools
    {
        /// <summary>Code of a voucher.</summary>
        [Tool(OpenWorld = false, Capabilities = ["secret voucher"])]
        public static async Task<string> VoucherCode(int order, int percent, ToolContext context, CancellationToken cancellationToken)
        {
            var text = $"{order}.{Math.Clamp(percent, 1, 30)}";
            var mac = await context.Secrets.HmacSha256("voucher", text, cancellationToken);
            return $"{text}.{Convert.ToHexString(mac.AsSpan(0, 6))}";
        }
    }
}
