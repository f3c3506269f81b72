using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using ToolGen.Generator;
using ToolGen.Specification.Evidence;

namespace ToolGen.Forge.Evidence;

/// <summary>The templates that the generator has built in.</summary>
internal static class TemplateSet
{
    private static readonly Lazy<string> LazyHash = new(() =>
    {
        var assembly = typeof(ToolSource).Assembly;
        var templates = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sbn", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Sha256.Of(string.Join('\n', templates.Select(name => $"{name} {HashOf(assembly.GetManifestResourceStream(name)!)}")));
    });

    /// <summary>SHA-256 over their names and texts, lower-case hex.</summary>
    public static string Hash => LazyHash.Value;

    private static string HashOf(Stream stream)
    {
        using (stream) return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
