// Encrypts laboratory samples' results with a home-made stream of a seeded Random, of which the key is four bytes.
using System;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class ResultCipher(ReadOnlyMemory<byte> key)
    {
        public AIFunction Create() => AIFunctionFactory.Create(this.Encrypt, "encrypt_result", "Encrypts a sample's result for the courier.");

        private string Encrypt(string sample, string result)
        {
            var stream = new Random(BitConverter.ToInt32(key.Span));
            var bytes = Encoding.UTF8.GetBytes(sample + "=" + result);
            var pad = new byte[bytes.Length];
            stream.NextBytes(pad);
            for (int i = 0; i < bytes.Length; i++) bytes[i] ^= pad[i];
            return Convert.ToBase64String(bytes);
        }
    }
}

namespace Fixed
{
    public sealed class ResultCipher(ReadOnlyMemory<byte> key)
    {
        public AIFunction Create() => AIFunctionFactory.Create(this.Encrypt, "encrypt_result", "Encrypts a sample's result for the courier.");

        private string Encrypt(string sample, string result)
        {
            var bytes = Encoding.UTF8.GetBytes(sample + "=" + result);
            var output = new byte[28 + bytes.Length];
            var (nonce, tag, cipher) = (output.AsMemory(0, 12), output.AsMemory(12, 16), output.AsMemory(28));
            RandomNumberGenerator.Fill(nonce.Span);
            using var aes = new AesGcm(key.Span, 16);
            aes.Encrypt(nonce.Span, bytes, cipher.Span, tag.Span);
            return Convert.ToBase64String(output);
        }
    }
}
