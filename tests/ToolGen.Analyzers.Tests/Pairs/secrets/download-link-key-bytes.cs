// Makes a time-limited link to a download; the key that signs it is a byte array in the code.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class LinkTools
    {
        private static readonly byte[] LinkKey =
        [
            0x44, 0x62, 0xF8, 0x16, 0x5C, 0x2F, 0xDA, 0xD8,
            0x47, 0x42, 0x28, 0xEE, 0x2F, 0x23, 0x8E, 0xBF,
            0xA0, 0x17, 0xCB, 0xDC, 0x43, 0x1C, 0xE5, 0x77,
            0x5E, 0x82, 0x6E, 0xD0, 0x3C, 0x27, 0x69, 0xA2,
        ];

        [McpServerTool, Description("Makes a link to a report that works for an hour.")]
        public string MakeLink(Guid report)
        {
            var until = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
            var mac = HMACSHA256.HashData(LinkKey, Encoding.ASCII.GetBytes($"{report:N}.{until}"));
            return $"https://files.example.com/r/{report:N}?until={until}&mac={Convert.ToHexStringLower(mac)}";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class LinkTools(IConfiguration configuration)
    {
        private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52];

        [McpServerTool, Description("Makes a link to a report that works for an hour.")]
        public string MakeLink(Guid report)
        {
            var key = Convert.FromBase64String(configuration["Links:Key"] ?? throw new InvalidOperationException("Links:Key is missing."));
            var until = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
            var mac = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{report:N}.{until}"));
            return $"https://files.example.com/r/{report:N}?until={until}&mac={Convert.ToHexStringLower(mac)}";
        }

        [McpServerTool, Description("Tells whether base64 data is a PNG image.")]
        public static bool IsPng(string data)
        {
            Span<byte> head = stackalloc byte[24];
            return data.Length >= 32 && Convert.TryFromBase64String(data[..32], head, out var length) && head[..length].StartsWith(PngSignature);
        }
    }
}
