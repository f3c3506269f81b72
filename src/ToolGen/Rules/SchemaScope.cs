using System;

namespace ToolGen;

/// <summary>A schema resource with <c>$dynamicAnchor</c>s: what a <c>$dynamicRef</c> means depends on which resources are being evaluated.</summary>
/// <param name="anchors">The rules by their anchors' names; called late, because rules can refer to themselves.</param>
public sealed class SchemaScope(params (string Name, Func<SchemaRule> Rule)[] anchors)
{
    internal SchemaRule? Find(string name)
    {
        foreach (var (anchor, rule) in anchors)
            if (anchor == name) return rule();
        return null;
    }
}
