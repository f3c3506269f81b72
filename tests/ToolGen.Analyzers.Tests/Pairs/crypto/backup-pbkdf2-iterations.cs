// Encrypts a backup with a passphrase; the key is derived with a thousand iterations.
using System;
using System.ComponentModel;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class BackupPlugin
    {
        private const int Iterations = 1000;

        [KernelFunction, Description("Encrypts a text for a backup with a passphrase.")]
        public string EncryptBackup(string text, string passphrase)
        {
            byte[] salt = RandomNumberGenerator.GetBytes(16), nonce = RandomNumberGenerator.GetBytes(12);
            using var derive = new Rfc2898DeriveBytes(passphrase, salt, Iterations, HashAlgorithmName.SHA256);
            var key = derive.GetBytes(32);
            var plain = Encoding.UTF8.GetBytes(text);
            byte[] cipher = new byte[plain.Length], tag = new byte[16];
            using (var aes = new AesGcm(key, 16)) aes.Encrypt(nonce, plain, cipher, tag);
            return Convert.ToBase64String([.. salt, .. nonce, .. tag, .. cipher]);
        }
    }
}

namespace Fixed
{
    public class BackupPlugin
    {
        private const int Iterations = 600_000;

        [KernelFunction, Description("Encrypts a text for a backup with a passphrase.")]
        public string EncryptBackup(string text, string passphrase)
        {
            byte[] salt = RandomNumberGenerator.GetBytes(16), nonce = RandomNumberGenerator.GetBytes(12);
            var key = Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, 32);
            var plain = Encoding.UTF8.GetBytes(text);
            byte[] cipher = new byte[plain.Length], tag = new byte[16];
            using (var aes = new AesGcm(key, 16)) aes.Encrypt(nonce, plain, cipher, tag);
            return Convert.ToBase64String([.. salt, .. nonce, .. tag, .. cipher]);
        }
    }
}
