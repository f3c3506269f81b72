// Encrypts lines of a chat; key bytes come from outside, but the vector is made of a text in the code and is always the same.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public static class ChatCrypto
    {
        private static readonly byte[] Vector = Encoding.ASCII.GetBytes("chat-line-vector");

        public static byte[] Protect(this string line, byte[] key)
        {
            using var aes = Aes.Create();
            aes.Key = key;
            return aes.EncryptCbc(Encoding.UTF8.GetBytes(line), Vector);
        }
    }

    public class ChatArchivePlugin(byte[] key)
    {
        [KernelFunction("archive_chat"), Description("Encrypts the lines of a chat for the archive.")]
        public IEnumerable<string> Archive(string[] lines)
        {
            foreach (var line in lines) yield return Convert.ToBase64String(line.Protect(key));
        }
    }
}

namespace Fixed
{
    public static class ChatCrypto
    {
        private static readonly byte[] Header = Encoding.ASCII.GetBytes("chat-line-header");

        public static byte[] Protect(this string line, byte[] key)
        {
            var plain = Encoding.UTF8.GetBytes(line);
            Span<byte> nonce = stackalloc byte[12];
            RandomNumberGenerator.Fill(nonce);
            var cipher = new byte[plain.Length];
            Span<byte> tag = stackalloc byte[16];
            using var aes = new AesGcm(key, 16);
            aes.Encrypt(nonce, plain, cipher, tag, Header);
            return [.. nonce, .. tag, .. cipher];
        }
    }

    public class ChatArchivePlugin(byte[] key)
    {
        [KernelFunction("archive_chat"), Description("Encrypts the lines of a chat for the archive.")]
        public IEnumerable<string> Archive(string[] lines)
        {
            foreach (var line in lines) yield return Convert.ToBase64String(line.Protect(key));
        }
    }
}
