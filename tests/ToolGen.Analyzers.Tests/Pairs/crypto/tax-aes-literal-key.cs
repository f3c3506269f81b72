// Encrypts a tax number for a customer's record; the AES key is the bytes of a text in the code, padded to size.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class TaxTools
    {
        [McpServerTool, Description("Encrypts a tax number.")]
        public static string EncryptTaxNumber(string taxNumber)
        {
            var nonce = RandomNumberGenerator.GetBytes(12);
            var plain = Encoding.UTF8.GetBytes(taxNumber);
            var cipher = new byte[plain.Length];
            var tag = new byte[16];
            using var aes = new AesGcm(Key(), tag.Length);
            aes.Encrypt(nonce, plain, cipher, tag);
            return string.Join('.', Convert.ToBase64String(nonce), Convert.ToBase64String(cipher), Convert.ToBase64String(tag));

            static byte[] Key() => Encoding.UTF8.GetBytes("Steuer-Schluessel-2024".PadRight(32, '#'));
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class TaxTools
    {
        [McpServerTool, Description("Encrypts a tax number.")]
        public static string EncryptTaxNumber(IConfiguration configuration, string taxNumber)
        {
            var nonce = RandomNumberGenerator.GetBytes(12);
            var plain = Encoding.UTF8.GetBytes(taxNumber);
            var cipher = new byte[plain.Length];
            var tag = new byte[16];
            using var aes = new AesGcm(Key(), tag.Length);
            aes.Encrypt(nonce, plain, cipher, tag);
            return string.Join('.', Convert.ToBase64String(nonce), Convert.ToBase64String(cipher), Convert.ToBase64String(tag));

            byte[] Key()
            {
                var key = Convert.FromBase64String(configuration["Tax:EncryptionKey"] ?? "");
                return key.Length == 32 ? key : throw new CryptographicException("Tax:EncryptionKey must be 32 bytes as base64.");
            }
        }
    }
}
