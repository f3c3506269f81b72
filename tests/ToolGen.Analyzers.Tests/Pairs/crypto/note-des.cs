// Encrypts a note for storage; DES is the cipher.
using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public interface IKeys
    {
        byte[] Get(string name, int length);
    }

    public sealed class NoteTools(IKeys keys)
    {
        /// <summary>Encrypts a note, so that it can be stored outside.</summary>
        [Tool(ReadOnly = true)]
        public string SealNote(string note)
        {
            using var des = DES.Create();
            des.Key = keys.Get("notes", 8);
            des.GenerateIV();
            using var output = new MemoryStream();
            output.Write(des.IV);
            using (var crypto = new CryptoStream(output, des.CreateEncryptor(), CryptoStreamMode.Write))
            using (var writer = new StreamWriter(crypto, Encoding.UTF8))
                writer.Write(note);
            return Convert.ToBase64String(output.ToArray());
        }
    }
}

namespace Fixed
{
    public interface IKeys
    {
        byte[] Get(string name, int length);
    }

    public sealed class NoteTools(IKeys keys)
    {
        /// <summary>Encrypts a note, so that it can be stored outside.</summary>
        [Tool(ReadOnly = true)]
        public string SealNote(string note)
        {
            using var aes = new AesGcm(keys.Get("notes", 32), AesGcm.TagByteSizes.MaxSize);
            var plain = Encoding.UTF8.GetBytes(note);
            var output = new byte[12 + 16 + plain.Length];
            RandomNumberGenerator.Fill(output.AsSpan(0, 12));
            aes.Encrypt(output.AsSpan(0, 12), plain, output.AsSpan(28), output.AsSpan(12, 16));
            return Convert.ToBase64String(output);
        }
    }
}
