// Encrypts a letter with a password; the key is the bare SHA-256 of the password, which can be guessed at full speed.
using System;
using System.ComponentModel;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed record SealedLetter(string Nonce, string Text, string Tag);

    public class LetterPlugin
    {
        [KernelFunction("seal_letter"), Description("Encrypts a letter with a password that the recipient knows.")]
        public SealedLetter Seal(string letter, string password)
        {
            var key = SHA256.HashData(Encoding.UTF8.GetBytes(password));
            var nonce = RandomNumberGenerator.GetBytes(12);
            var plain = Encoding.UTF8.GetBytes(letter);
            var (cipher, tag) = (new byte[plain.Length], new byte[16]);
            using var aes = new AesGcm(key, 16);
            aes.Encrypt(nonce, plain, cipher, tag);
            return new(Convert.ToBase64String(nonce), Convert.ToBase64String(cipher), Convert.ToBase64String(tag));
        }
    }
}

namespace Fixed
{
    public sealed record SealedLetter(string Nonce, string Text, string Tag, string Salt, int Iterations);

    public class LetterPlugin
    {
        [KernelFunction("seal_letter"), Description("Encrypts a letter with a password that the recipient knows.")]
        public SealedLetter Seal(string letter, string password)
        {
            var parameters = (Salt: RandomNumberGenerator.GetBytes(32), Iterations: 800_000);
            var key = Rfc2898DeriveBytes.Pbkdf2(password, parameters.Salt, parameters.Iterations, HashAlgorithmName.SHA256, 32);
            var nonce = RandomNumberGenerator.GetBytes(12);
            var plain = Encoding.UTF8.GetBytes(letter);
            var (cipher, tag) = (new byte[plain.Length], new byte[16]);
            using var aes = new AesGcm(key, 16);
            aes.Encrypt(nonce, plain, cipher, tag);
            return new(Convert.ToBase64String(nonce), Convert.ToBase64String(cipher), Convert.ToBase64String(tag), Convert.ToBase64String(parameters.Salt), parameters.Iterations);
        }
    }
}
