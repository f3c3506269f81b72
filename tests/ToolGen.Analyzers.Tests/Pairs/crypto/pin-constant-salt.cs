// Stores a customer's telephone PIN as a hash; the salt is the same for all, and SHA-1 runs a few rounds.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IPinStore
    {
        Task PutAsync(int customer, string hash);
    }

    [McpServerToolType]
    public class PinTools(IPinStore store)
    {
        private static readonly byte[] Salt = "telephone-banking"u8.ToArray();

        [McpServerTool, Description("Sets a customer's telephone PIN.")]
        public async Task<string> SetPin(int customer, string pin)
        {
            if (pin.Length < 6) return "A PIN has six digits or more.";
            var hash = Rfc2898DeriveBytes.Pbkdf2(pin, Salt, 5_000, HashAlgorithmName.SHA1, 20);
            await store.PutAsync(customer, Convert.ToBase64String(hash));
            return "stored";
        }
    }
}

namespace Fixed
{
    public interface IPinStore
    {
        Task PutAsync(int customer, string hash);
    }

    [McpServerToolType]
    public class PinTools(IPinStore store)
    {
        private const int Rounds = 1_000_000;

        [McpServerTool, Description("Sets a customer's telephone PIN.")]
        public async Task<string> SetPin(int customer, string pin)
        {
            if (pin.Length is < 6 or > 64) return "A PIN has six digits or more.";
            var salt = RandomNumberGenerator.GetBytes(16);
            var hash = Rfc2898DeriveBytes.Pbkdf2(pin, salt, Rounds, HashAlgorithmName.SHA512, 32);
            await store.PutAsync(customer, $"pbkdf2-sha512${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
            return "stored";
        }
    }
}
