using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Quality;

/// <summary>Inputs that leave the tool as they came: into a request, a statement, a path. A model's slip of a megabyte leaves with them.</summary>
internal static class Departures
{
    private static readonly Regex Hole = new(@"(?<!\{)\{([\w$@-]{1,128})[}.:\[]", RegexOptions.CultureInvariant);

    /// <summary>Where inputs go, for messages; null where the kind sends none.</summary>
    public static string? PlaceOf(Implementation? implementation) => implementation switch
    {
        HttpImplementation => "the request",
        SqlImplementation => "the statement",
        FileImplementation => "a path",
        _ => null,
    };

    /// <summary>The names in holes of what leaves.</summary>
    public static ISet<string> Of(Implementation? implementation) => new HashSet<string>(implementation switch
    {
        HttpImplementation { Node: var node } => Names(node["url"], node["query"], node["headers"], node["body"], node["form"], node["multipart"]),
        SqlImplementation { Node: var node } => Names(node["sql"]),
        FileImplementation { Node: var node } => Names(node["read"], node["write"]),
        _ => [],
    });

    /// <summary>Text that nothing bounds.</summary>
    public static bool IsEndless(SchemaNode schema) =>
        (schema.Types & ~SchemaTypes.Null) == SchemaTypes.String
        && schema is { Enum: null, Const: null, Format: null, Pattern: null, MaxLength: null, HasInPlace: false, NominalType: null, Base64: false };

    private static IEnumerable<string> Names(params JsonNode?[] nodes) => nodes.SelectMany(Texts).SelectMany(text => Hole.Matches(text).Cast<Match>()).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonString text => [text.Value],
        JsonArray { Items: var items } => items.SelectMany(Texts),
        JsonObject { Members: var members } => members.SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}
