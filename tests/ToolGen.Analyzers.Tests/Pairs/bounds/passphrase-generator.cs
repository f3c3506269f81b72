// Makes a random passphrase of a wanted length; the length of the buffer and of the loop is whatever the caller says.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class PassphraseTools
    {
        private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

        [McpServerTool(Name = "generate_passphrase"), Description("Generates a random passphrase.")]
        public static string Generate([Description("Number of characters")] int length = 24)
        {
            var characters = new char[length];
            for (var i = 0; i < length; i++)
            {
                characters[i] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
            }

            return new string(characters);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class PassphraseTools
    {
        private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

        [McpServerTool(Name = "generate_passphrase"), Description("Generates a random passphrase.")]
        public static string Generate([Description("Number of characters, 8 to 128")] int length = 24)
        {
            var size = Math.Clamp(length, 8, 128);
            var characters = new char[size];
            for (var i = 0; i < size; i++)
            {
                characters[i] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
            }

            return new string(characters);
        }
    }
}
