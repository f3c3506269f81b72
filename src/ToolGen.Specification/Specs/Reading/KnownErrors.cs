using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Which error codes a sample may expect.</summary>
internal static class KnownErrors
{
    /// <summary>The closed list, the spec's own and those its implementations fail with; null where they can't be known from the spec.</summary>
    public static HashSet<string>? Of(JsonObject root, IReadOnlyList<ErrorDeclaration> declared, params Implementation?[] implementations)
    {
        var known = new HashSet<string>(ErrorCodes.All, StringComparer.Ordinal);
        known.UnionWith(declared.Select(error => error.Code));
        foreach (var implementation in implementations)
        {
            switch (implementation)
            {
                case null:
                    break;
                case CodeImplementation { Body: { } body }:
                    known.UnionWith(Quoted(body.Value));
                    break;
                case DeclarativeImplementation declarative when declarative.Fail.All(rule => rule.Code.Pieces.All(piece => piece.Reference is null)):
                    known.UnionWith(declarative.Fail.Select(rule => rule.Code.Text.Value));
                    if (declarative is HttpImplementation http) known.UnionWith(http.StatusErrors.Values);
                    break;
                default:
                    return null;
            }
        }

        // A declared tool's code is the project's: its errors stand in the table, or nowhere that can be seen here.
        return root["implementation"] is null ? null : known;
    }

    // The string literals of a body; the gate reads it as C#, here it is enough to see that the code occurs.
    private static IEnumerable<string> Quoted(string body) => body.Split('"').Where((_, i) => i % 2 == 1).Concat(body.Split('"').Where((_, i) => i % 2 == 0)).Where(Format.TextRules.ErrorCode.Holds);
}
