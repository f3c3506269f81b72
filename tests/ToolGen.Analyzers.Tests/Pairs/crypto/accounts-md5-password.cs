// Creates an account and checks a sign-in; passwords are stored as MD5 of salt and password.
using System;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class AccountTools
    {
        private readonly ConcurrentDictionary<string, (byte[] Salt, byte[] Hash)> accounts = new();

        [McpServerTool, Description("Creates an account.")]
        public bool CreateAccount(string name, string password)
        {
            var salt = RandomNumberGenerator.GetBytes(16);
            return this.accounts.TryAdd(name, (salt, Hash(salt, password)));
        }

        [McpServerTool, Description("Tells whether a name and a password belong together.")]
        public bool CheckPassword(string name, string password) =>
            this.accounts.TryGetValue(name, out var account) && CryptographicOperations.FixedTimeEquals(account.Hash, Hash(account.Salt, password));

        private static byte[] Hash(byte[] salt, string password)
        {
            using var md5 = MD5.Create();
            return md5.ComputeHash([.. salt, .. Encoding.UTF8.GetBytes(password)]);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class AccountTools
    {
        private readonly ConcurrentDictionary<string, (byte[] Salt, byte[] Hash)> accounts = new();

        [McpServerTool, Description("Creates an account.")]
        public bool CreateAccount(string name, string password)
        {
            var salt = RandomNumberGenerator.GetBytes(16);
            return this.accounts.TryAdd(name, (salt, Hash(salt, password)));
        }

        [McpServerTool, Description("Tells whether a name and a password belong together.")]
        public bool CheckPassword(string name, string password) =>
            this.accounts.TryGetValue(name, out var account) && CryptographicOperations.FixedTimeEquals(account.Hash, Hash(account.Salt, password));

        private static byte[] Hash(byte[] salt, string password) =>
            Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
    }
}
