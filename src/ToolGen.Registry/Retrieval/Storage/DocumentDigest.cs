using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>SHA-256 over all that an index has of a tool, but its state and owner: the same digest, nothing to do. Each text is told apart by its length before it.</summary>
internal static class DocumentDigest
{
    public static byte[] Of(ToolDocument tool, IReadOnlyList<string> asks)
    {
        var text = new StringBuilder(512);
        Add(text, tool.Name);
        Add(text, tool.Title ?? "");
        Add(text, tool.Description);
        Add(text, tool.Kind);
        text.Append(tool.Parameters.Count).Append(';');
        foreach (var parameter in tool.Parameters)
        {
            Add(text, parameter.Name);
            Add(text, parameter.Description ?? "");
        }

        foreach (var list in new[] { asks, tool.Capabilities, tool.Collections })
        {
            text.Append(list.Count).Append(';');
            foreach (var one in list) Add(text, one);
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Add(StringBuilder text, string part) => text.Append(part.Length).Append(':').Append(part);
}
