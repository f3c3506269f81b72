using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>Whether a digest only tells whether something is the same as before: an entity tag, a bucket. Nobody gains from two that are equal.</summary>
internal static class CachePurpose
{
    public static bool Is(IOperation digest)
    {
        for (var at = digest; at.Parent is { } parent; at = parent)
        {
            var isCache = parent switch
            {
                IObjectCreationOperation { Type.Name: "EntityTagHeaderValue" } => true,
                IVariableDeclaratorOperation local => Speaks(local.Symbol.Name),
                IAssignmentOperation { Target: IMemberReferenceOperation target } => Speaks(target.Member.Name),
                IArgumentOperation { Parameter.Name: var parameter } => Speaks(parameter),
                _ => false,
            };
            if (isCache) return true;
            if (parent is IAnonymousFunctionOperation or IBlockOperation { Parent: null }) return false;
        }

        return false;
    }

    private static bool Speaks(string name) => NameWords.Of(name) is var words && (words.Any(word => word is "etag" or "bucket" or "shard" or "gravatar") || (words.Contains("entity") && words.Contains("tag")));
}
