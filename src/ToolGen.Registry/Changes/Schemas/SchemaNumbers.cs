using System.Collections.Generic;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Changes.Schemas;

/// <summary>Numbers of schemas as schemas compare them: exactly, whatever their size.</summary>
internal static class SchemaNumbers
{
    private static readonly Dictionary<string, SchemaNode> NoDefinitions = [];

    /// <summary>Below 0, 0 or above 0 as the first is less than, equal to or greater than the second.</summary>
    public static int Compare(JsonNumber first, JsonNumber second) =>
        !Fits(new() { Node = second, Pointer = "", Minimum = second }, first) ? -1 : Fits(new() { Node = second, Pointer = "", Maximum = second }, first) ? 0 : 1;

    /// <summary>Whether one is the other so many whole times.</summary>
    public static bool IsMultipleOf(JsonNumber number, JsonNumber of) => Fits(new() { Node = of, Pointer = "", MultipleOf = of }, number);

    private static bool Fits(SchemaNode schema, JsonNumber number) => SchemaInterpreter.Check(new(schema, NoDefinitions), number).Count == 0;
}
