// Encrypts measurements for an upload; AES is used block by block.
using System;
using System.ComponentModel;
using System.Linq;
using System.Security.Cryptography;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class UploadPlugin(Func<string, byte[]> key)
    {
        [KernelFunction, Description("Packs measurements into an encrypted text for the upload.")]
        public string Pack(double[] values)
        {
            var bytes = values.SelectMany(BitConverter.GetBytes).ToArray();
            using var aes = Aes.Create();
            aes.Key = key("uploads");
            return Convert.ToBase64String(aes.EncryptEcb(bytes, PaddingMode.PKCS7));
        }
    }
}

namespace Fixed
{
    public sealed class UploadPlugin(Func<string, byte[]> key)
    {
        [KernelFunction, Description("Packs measurements into an encrypted text for the upload.")]
        public string Pack(double[] values)
        {
            var bytes = values.SelectMany(BitConverter.GetBytes).ToArray();
            var nonce = new byte[AesGcm.NonceByteSizes.MaxSize];
            RandomNumberGenerator.Fill(nonce);
            var (cipher, tag) = (new byte[bytes.Length], new byte[16]);
            using (var aes = new AesGcm(key("uploads"), tag.Length)) aes.Encrypt(nonce, bytes, cipher, tag, "uploads/1"u8);
            return Convert.ToBase64String(nonce.Concat(tag).Concat(cipher).ToArray());
        }
    }
}
