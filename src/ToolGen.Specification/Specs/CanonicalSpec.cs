using System;
using System.Security.Cryptography;
using System.Text;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Reading;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs;

/// <summary>The one spelling of a spec that is hashed (SPEC §7): what only looks different is the same here.</summary>
public static class CanonicalSpec
{
    /// <summary>
    /// UTF-8 without a mark, no insignificant whitespace, members in written order, shortest string escapes, numbers as their exact
    /// decimal value, texts that stand as lines joined. <c>examples</c>, <c>_meta</c> and <c>x-*</c> are part of it.
    /// </summary>
    public static byte[] Write(ToolSpec spec) => Encoding.UTF8.GetBytes(JsonWriter.Canonical(Node(spec)));

    private static JsonNode Node(ToolSpec spec)
    {
        var root = SpecShapes.Spec.Canonical(spec.Root);
        return root is not JsonObject @object ? root : Rebuilt.Object(@object, member => member.Name == "examples" && member.Value is JsonArray samples
            ? Rebuilt.Array(samples, sample => Sample(spec, sample))
            : member.Value);
    }

    private static JsonNode Sample(ToolSpec spec, JsonNode node) => node is not JsonObject sample ? node : Rebuilt.Object(sample, member => member.Name switch
    {
        "input" => SampleLines.Join(spec.Input, member.Value),
        "output" => SampleLines.Join(spec.Output, member.Value),
        _ => member.Value,
    });
}

/// <summary>The hash of a canonical spec.</summary>
public static class SpecHash
{
    /// <summary>SHA-256 of <see cref="CanonicalSpec.Write"/>, 64 hexadecimal digits in lower case.</summary>
    public static string Of(ToolSpec spec)
    {
        using var algorithm = SHA256.Create();
        return BitConverter.ToString(algorithm.ComputeHash(CanonicalSpec.Write(spec))).Replace("-", "").ToLowerInvariant();
    }
}
