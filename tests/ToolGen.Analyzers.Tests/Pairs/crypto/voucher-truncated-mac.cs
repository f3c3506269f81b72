// Redeems a voucher; only as many bytes of the MAC are compared as the caller gives, so an empty one is right.
using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record VoucherKey(ReadOnlyMemory<byte> Bytes);

    [McpServerToolType]
    public sealed class VoucherTools(VoucherKey key)
    {
        private readonly HashSet<string> redeemed = [];

        [McpServerTool, Description("Redeems a voucher such as '20-A7F3.Zm9v…' and returns its value in euro.")]
        public int Redeem(string voucher)
        {
            var (text, mac) = voucher.Split('.', 2) is [var t, var m] ? (t, Base64Url.DecodeFromChars(m)) : throw new McpException("This is no voucher.");
            var expected = HMACSHA256.HashData(key.Bytes.Span, Encoding.UTF8.GetBytes(text));
            if (!CryptographicOperations.FixedTimeEquals(expected.AsSpan(0, Math.Min(mac.Length, expected.Length)), mac)) throw new McpException("This voucher is not real.");
            if (!this.redeemed.Add(text)) throw new McpException("This voucher was redeemed.");
            return int.Parse(text.Split('-')[0]);
        }
    }
}

namespace Fixed
{
    public sealed record VoucherKey(ReadOnlyMemory<byte> Bytes);

    [McpServerToolType]
    public sealed class VoucherTools(VoucherKey key)
    {
        private const int MacLength = 16;

        private readonly HashSet<string> redeemed = [];

        [McpServerTool, Description("Redeems a voucher such as '20-A7F3.Zm9v…' and returns its value in euro.")]
        public int Redeem(string voucher)
        {
            var (text, mac) = voucher.Split('.', 2) is [var t, var m] ? (t, Base64Url.DecodeFromChars(m)) : throw new McpException("This is no voucher.");
            var expected = HMACSHA256.HashData(key.Bytes.Span, Encoding.UTF8.GetBytes(text));
            if (!CryptographicOperations.FixedTimeEquals(expected.AsSpan(0, MacLength), mac)) throw new McpException("This voucher is not real.");
            if (!this.redeemed.Add(text)) throw new McpException("This voucher was redeemed.");
            return int.Parse(text.Split('-')[0]);
        }
    }
}
