using System.Security.Cryptography;
using System.Text;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Emit;

/// <summary>SHA-256 over the canonical spec, lower-case hex.</summary>
public static class SpecHash
{
    public static string Of(ToolSpec spec)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(JsonWriter.Canonical(spec.Root)));
        var text = new StringBuilder(hash.Length * 2);
        foreach (var one in hash) text.Append("0123456789abcdef"[one >> 4]).Append("0123456789abcdef"[one & 15]);
        return text.ToString();
    }
}
