using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Specs;

/// <summary>The arguments that stand for a tool where it is described in few words.</summary>
public static class ShownExample
{
    /// <summary>Characters up to which the author's first one is taken.</summary>
    private const int Short = 300;

    /// <summary>Characters beyond which one describes nothing in few words.</summary>
    private const int Longest = 4_000;

    /// <summary>
    /// The first example that the schema accepts and that has an output, where it is short; else the shortest of these. Canonical JSON; empty where there is none, or only long ones.
    /// </summary>
    public static string Of(ToolSpec spec)
    {
        var all = spec.Examples.Where(example => example.ErrorCode is null && SchemaInterpreter.Check(spec.Input, example.Input).Count == 0)
            .Select(example => JsonWriter.Canonical(example.Input)).Where(text => text.Length <= Longest).ToArray();
        return all.FirstOrDefault(text => text.Length <= Short) ?? all.OrderBy(text => text.Length).FirstOrDefault() ?? "";
    }
}
