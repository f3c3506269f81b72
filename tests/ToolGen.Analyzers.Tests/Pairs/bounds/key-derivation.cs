// Derives a fingerprint of a phrase; the iterations have a lower end for safety and no upper one.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public static class FingerprintPlugin
    {
        [KernelFunction("fingerprint"), Description("A slow fingerprint of a phrase, for comparing by eye.")]
        public static string Fingerprint(string phrase, string salt, int iterations = 200_000, int bytes = 16)
        {
            iterations = Math.Max(iterations, 200_000);
            var key = Rfc2898DeriveBytes.Pbkdf2(
                Encoding.UTF8.GetBytes(phrase), Encoding.UTF8.GetBytes(salt), iterations, HashAlgorithmName.SHA256, bytes);
            return Convert.ToHexStringLower(key);
        }
    }
}

namespace Fixed
{
    public static class FingerprintPlugin
    {
        [KernelFunction("fingerprint"), Description("A slow fingerprint of a phrase, for comparing by eye.")]
        public static string Fingerprint(string phrase, string salt, int iterations = 200_000, int bytes = 16)
        {
            var rounds = Math.Min(Math.Max(iterations, 200_000), 1_000_000);
            var size = bytes switch { <= 16 => 16, <= 32 => 32, _ => 64 };
            var key = Rfc2898DeriveBytes.Pbkdf2(
                Encoding.UTF8.GetBytes(phrase), Encoding.UTF8.GetBytes(salt), rounds, HashAlgorithmName.SHA256, size);
            return Convert.ToHexStringLower(key);
        }
    }
}
