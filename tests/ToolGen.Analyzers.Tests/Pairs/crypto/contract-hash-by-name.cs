// Makes the seal of a contract that is later relied upon; the caller names the hash, and MD5 and SHA-1 are among them.
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public static class SealTools
    {
        private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "MD5", "SHA1", "SHA256", "SHA384", "SHA512" };

        /// <summary>Makes the seal of a contract; a text with the same seal counts as the same contract.</summary>
        /// <param name="pages">The contract's pages.</param>
        /// <param name="algorithm">The hash, such as SHA256.</param>
        [Tool(ReadOnly = true, Idempotent = true)]
        public static string SealContract(string[] pages, string algorithm = "SHA1")
        {
            if (!Known.Contains(algorithm)) throw new ToolException(ToolErrorCodes.InvalidInput, "unknown hash");
            using var hash = IncrementalHash.CreateHash(new HashAlgorithmName(algorithm.ToUpperInvariant()));
            foreach (var page in pages)
            {
                hash.AppendData(BitConverter.GetBytes(page.Length));
                hash.AppendData(Encoding.UTF8.GetBytes(page));
            }

            return algorithm + ":" + Convert.ToHexString(hash.GetHashAndReset());
        }
    }
}

namespace Fixed
{
    public static class SealTools
    {
        private static readonly Dictionary<string, HashAlgorithmName> Known = new(StringComparer.OrdinalIgnoreCase)
        {
            ["SHA256"] = HashAlgorithmName.SHA256,
            ["SHA384"] = HashAlgorithmName.SHA384,
            ["SHA512"] = HashAlgorithmName.SHA512,
        };

        /// <summary>Makes the seal of a contract; a text with the same seal counts as the same contract.</summary>
        /// <param name="pages">The contract's pages.</param>
        /// <param name="algorithm">The hash, such as SHA256.</param>
        [Tool(ReadOnly = true, Idempotent = true)]
        public static string SealContract(string[] pages, string algorithm = "SHA256")
        {
            if (!Known.TryGetValue(algorithm, out var name)) throw new ToolException(ToolErrorCodes.InvalidInput, "SHA256, SHA384 or SHA512");
            using var hash = IncrementalHash.CreateHash(name);
            foreach (var page in pages)
            {
                hash.AppendData(BitConverter.GetBytes(page.Length));
                hash.AppendData(Encoding.UTF8.GetBytes(page));
            }

            return name.Name + ":" + Convert.ToHexString(hash.GetHashAndReset());
        }
    }
}
