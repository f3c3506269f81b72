// Gives a document a tag by which others see whether it changed; HashCode.Combine differs in every process.
using System;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class TagTools
    {
        [McpServerTool(Name = "document_tag", ReadOnly = true, Idempotent = true), Description("A tag that changes when a document changes.")]
        public static string Tag(string title, string body, string[] labels)
        {
            var set = labels.ToImmutableHashSet();
            var code = HashCode.Combine(title, body);
            foreach (var label in set) code = HashCode.Combine(code, label);
            return code.ToString("x8");
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class TagTools
    {
        [McpServerTool(Name = "document_tag", ReadOnly = true, Idempotent = true), Description("A tag that changes when a document changes.")]
        public static string Tag(string title, string body, string[] labels)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var part in labels.ToImmutableSortedSet(StringComparer.Ordinal).Prepend(body).Prepend(title))
            {
                var bytes = Encoding.UTF8.GetBytes(part);
                hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
                hash.AppendData(bytes);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }
}
