// Makes tokens of customers' account numbers; Triple DES in ECB mode shows equal blocks.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class TokenizeTools(IConfiguration configuration)
    {
        [McpServerTool, Description("Replaces an account number by a token that can be turned back later.")]
        public string Tokenize(string accountNumber)
        {
            using var cipher = TripleDES.Create();
            cipher.Key = Convert.FromHexString(configuration["Tokens:Key"]!);
            cipher.Mode = CipherMode.ECB;
            cipher.Padding = PaddingMode.PKCS7;
            using ICryptoTransform transform = cipher.CreateEncryptor();
            var bytes = Encoding.ASCII.GetBytes(accountNumber);
            return Convert.ToHexString(transform.TransformFinalBlock(bytes, 0, bytes.Length));
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class TokenizeTools(IConfiguration configuration)
    {
        [McpServerTool, Description("Replaces an account number by a token that can be turned back later.")]
        public string Tokenize(string accountNumber)
        {
            var plain = Encoding.ASCII.GetBytes(accountNumber);
            var nonce = RandomNumberGenerator.GetBytes(12);
            var tag = new byte[16];
            var sealed_ = new byte[plain.Length];
            using var cipher = new ChaCha20Poly1305(Convert.FromHexString(configuration["Tokens:Key"]!));
            cipher.Encrypt(nonce, plain, sealed_, tag);
            return Convert.ToHexString([.. nonce, .. tag, .. sealed_]);
        }
    }
}
