using System;
using System.Linq;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Signatures;

/// <summary>What a tool may do to the world, in rising order.</summary>
public enum ToolEffect
{
    /// <summary>Nothing: the same arguments give the same answer.</summary>
    None,

    /// <summary>It looks at the world.</summary>
    Reads,

    /// <summary>Nobody says: its code is the project's.</summary>
    Unknown,

    /// <summary>It changes the world.</summary>
    Writes,
}

/// <summary>Reads the effect of a tool off its spec.</summary>
internal static class SpecEffect
{
    public static ToolEffect Of(ToolSpec spec) => Max(OfKind(spec), spec.Capabilities.Count == 0 ? ToolEffect.None : spec.Capabilities.Max(capability => OfCapability(capability.Value)));

    private static ToolEffect OfKind(ToolSpec spec) => spec.Implementation switch
    {
        HttpImplementation http => http.Method is "GET" or "HEAD" ? ToolEffect.Reads : ToolEffect.Writes,
        SqlImplementation sql => sql.Writes ? ToolEffect.Writes : ToolEffect.Reads,
        FileImplementation file => file.Write is null ? ToolEffect.Reads : ToolEffect.Writes,
        TransformImplementation or ComposeImplementation or CodeImplementation { Body: not null } => ToolEffect.None,
        _ => spec.Annotations.TryGetValue("readOnlyHint", out var reads) && reads ? ToolEffect.Reads : ToolEffect.Unknown,
    };

    private static ToolEffect OfCapability(string capability)
    {
        var words = capability.Split(' ');
        return words[0] switch
        {
            "http" => words.Length > 1 && words[1] is "GET" or "HEAD" ? ToolEffect.Reads : ToolEffect.Writes,
            "sql" => words.Length > 2 && words[2] == "read" ? ToolEffect.Reads : ToolEffect.Writes,
            "write" => ToolEffect.Writes,
            "tool" => ToolEffect.None,
            _ => ToolEffect.Reads,
        };
    }

    private static ToolEffect Max(ToolEffect left, ToolEffect right) => (ToolEffect)Math.Max((int)left, (int)right);
}
