// Encrypts the answers of a survey; RC2 with a short key is the cipher.
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed record Answers(Dictionary<string, string> Values);

    public class SurveyVault
    {
        private readonly SymmetricAlgorithm cipher;

        public SurveyVault(byte[] key)
        {
            this.cipher = RC2.Create();
            this.cipher.KeySize = 64;
            this.cipher.Key = key[..8];
        }

        public AIFunction Function() => AIFunctionFactory.Create(this.Encrypt, "encrypt_answers");

        public string Encrypt(Answers answers)
        {
            this.cipher.GenerateIV();
            var data = this.cipher.EncryptCbc(JsonSerializer.SerializeToUtf8Bytes(answers.Values), this.cipher.IV);
            return Convert.ToBase64String([.. this.cipher.IV, .. data]);
        }
    }
}

namespace Fixed
{
    public sealed record Answers(Dictionary<string, string> Values);

    public class SurveyVault
    {
        private readonly byte[] encryptionKey;
        private readonly byte[] macKey;

        public SurveyVault(byte[] key)
        {
            this.encryptionKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "survey encryption"u8.ToArray());
            this.macKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "survey authentication"u8.ToArray());
        }

        public AIFunction Function() => AIFunctionFactory.Create(this.Encrypt, "encrypt_answers");

        public string Encrypt(Answers answers)
        {
            using SymmetricAlgorithm cipher = Aes.Create();
            cipher.Key = this.encryptionKey;
            cipher.GenerateIV();
            byte[] data = [.. cipher.IV, .. cipher.EncryptCbc(JsonSerializer.SerializeToUtf8Bytes(answers.Values), cipher.IV)];
            return Convert.ToBase64String([.. data, .. HMACSHA256.HashData(this.macKey, data)]);
        }
    }
}
