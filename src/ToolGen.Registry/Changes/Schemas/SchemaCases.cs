using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Changes.Schemas;

/// <summary>Cases of a union that no value fits two of: of different types, of different choices, or told apart by a member that each of them requires.</summary>
internal static class SchemaCases
{
    /// <summary>More cases than this are not looked at.</summary>
    private const int Most = 64;

    private const int Deepest = 4;

    public static bool AreApart(IReadOnlyList<SchemaNode> cases, SchemaPlan plan)
    {
        if (cases.Count > Most) return false;
        for (var i = 0; i < cases.Count; i++)
        {
            for (var k = i + 1; k < cases.Count; k++)
                if (!AreApart(cases[i], cases[k], plan, Deepest)) return false;
        }

        return true;
    }

    private static bool AreApart(SchemaNode one, SchemaNode other, SchemaPlan plan, int depth)
    {
        (one, other) = (SchemaShape.Resolved(one, plan), SchemaShape.Resolved(other, plan));
        if ((one.Types & other.Types) == 0) return true;
        if (SchemaShape.Choices(one) is { } choices && SchemaShape.Choices(other) is { } others && !choices.Any(new HashSet<JsonNode>(others, JsonEquality.Comparer).Contains)) return true;
        if (depth == 0 || one.Types != SchemaTypes.Object || other.Types != SchemaTypes.Object) return false;
        return one.Properties.Where(property => property.IsRequired).Any(property =>
            other.Properties.FirstOrDefault(match => match.IsRequired && match.Name == property.Name) is { } match && AreApart(property.Schema, match.Schema, plan, depth - 1));
    }
}
