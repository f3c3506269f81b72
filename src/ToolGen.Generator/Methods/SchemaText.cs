using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Specification;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Methods;

/// <summary>Types → JSON Schema. Types that are met more than once, or inside themselves, stand in <c>$defs</c>.</summary>
internal sealed class SchemaText
{
    private readonly Dictionary<string, ObjectShape> shapes;
    private readonly List<(ObjectShape Shape, bool IsNullable, string Title)> definitions = [];

    public SchemaText(EquatableArray<ObjectShape> shapes) => this.shapes = shapes.ToDictionary(shape => shape.Name);

    /// <summary>The schema of the arguments.</summary>
    public string Arguments(IEnumerable<MethodParameter> parameters) => this.Root(
        string.Join(",", parameters.Select(parameter => $"{JsonWriter.Quote(parameter.Name)}:{this.Of(parameter.Use!)}")),
        parameters.Where(parameter => parameter.Otherwise is null && !parameter.Use!.Keywords.Contains("\"default\":")).Select(parameter => parameter.Name));

    /// <summary>The schema of a result.</summary>
    /// <param name="result">Null: nothing.</param>
    /// <param name="isWrapped">See <see cref="MethodCall"/>.</param>
    public string Result(MethodUse? result, bool isWrapped)
    {
        if (result is null) return this.Root("", []);
        if (isWrapped) return this.Root($"\"result\":{this.Of(result)}", ["result"]);
        var own = this.Object(this.shapes[result.Type.Name], false, result.Keywords);
        return own.Substring(0, own.Length - 1) + this.Definitions() + "}";
    }

    private string Root(string properties, IEnumerable<string> required) =>
        $"{{\"type\":\"object\",\"properties\":{{{properties}}}{Required(required)}{this.Definitions()}}}";

    // A definition can name further ones.
    private string Definitions()
    {
        var written = new List<string>();
        for (var i = 0; i < this.definitions.Count; i++)
        {
            var (shape, isNullable, title) = this.definitions[i];
            written.Add($"{JsonWriter.Quote(title)}:{this.Object(shape, isNullable, "")}");
        }

        return written.Count == 0 ? "" : $",\"$defs\":{{{string.Join(",", written)}}}";
    }

    // One for a value that may be null, one for one that may not.
    private string TitleOf(ObjectShape shape, bool isNullable)
    {
        foreach (var known in this.definitions)
            if (known.Shape.Name == shape.Name && known.IsNullable == isNullable) return known.Title;
        var wanted = isNullable ? shape.Title + "OrNull" : shape.Title;
        var title = wanted;
        for (var number = 2; this.definitions.Any(one => one.Title == title); number++) title = wanted + number;
        this.definitions.Add((shape, isNullable, title));
        return title;
    }

    private static string Required(IEnumerable<string> names) => names.Any() ? $",\"required\":[{string.Join(",", names.Select(JsonWriter.Quote))}]" : "";

    private string Of(MethodUse use)
    {
        var type = use.Type;
        switch (type)
        {
            case ScalarType scalar:
                var said = use.Keywords.Contains("\"format\":") || use.Keywords.Contains("imum\":") ? Without(scalar.Keywords, use.Keywords) : scalar.Keywords;
                return Schema(scalar.JsonType, use.IsNullable, said + WithNull(use));
            case EnumType { IsFlags: true } flags:
                return Schema("array", use.IsNullable, $",\"items\":{{\"type\":\"string\",\"enum\":[{Words(flags)}]}},\"uniqueItems\":true{use.Keywords}");
            case EnumType words:
                return Schema("string", use.IsNullable, $",\"enum\":[{Words(words)}{(use.IsNullable ? ",null" : "")}]{use.Keywords}");
            case SequenceType list:
                return Schema("array", use.IsNullable, $",\"items\":{this.Of(list.Element)}{(list.IsSet ? ",\"uniqueItems\":true" : "")}{use.Keywords}");
            case DictionaryType map:
                return Schema("object", use.IsNullable, $",\"additionalProperties\":{this.Of(map.Element)}{use.Keywords}");
            case ElementsType tuple:
                return Schema("array", use.IsNullable, $",\"prefixItems\":[{string.Join(",", tuple.Elements.Select(this.Of))}],\"items\":false,\"minItems\":{tuple.Elements.Count}{use.Keywords}");
            default:
                var shape = this.shapes[type.Name];
                if (!shape.IsShared) return this.Object(shape, use.IsNullable, use.Keywords);
                return $"{{\"$ref\":{JsonWriter.Quote("#/$defs/" + this.TitleOf(shape, use.IsNullable))}{use.Keywords}}}";
        }
    }

    private string Object(ObjectShape shape, bool isNullable, string keywords)
    {
        var description = shape.Description.Length > 0 && !keywords.Contains("\"description\":") ? ",\"description\":" + JsonWriter.Quote(shape.Description) : "";
        var properties = string.Join(",", shape.Properties.Select(property => $"{JsonWriter.Quote(property.Json)}:{this.Of(property.Use)}"));
        var required = shape.Properties.Where(property => property.IsRequired).Select(property => property.Json);
        return Schema("object", isNullable, $"{description},\"properties\":{{{properties}}}{Required(required)}{keywords}");
    }

    private static string Schema(string type, bool isNullable, string members)
    {
        if (type.Length == 0) return members.Length == 0 ? "{}" : $"{{{members.Substring(1)}}}";
        return isNullable ? $"{{\"type\":[\"{type}\",\"null\"]{members}}}" : $"{{\"type\":\"{type}\"{members}}}";
    }

    // A closed list of values beside `null` names null too.
    private static string WithNull(MethodUse use) => use.IsNullable && use.Keywords.IndexOf(",\"enum\":[", StringComparison.Ordinal) is >= 0 and var at && !use.Keywords.Contains("null]")
        ? use.Keywords.Insert(use.Keywords.IndexOf(']', at), ",null") : use.Keywords;

    // What an annotation says beats what the type says: [Range(1, 10)] int.
    private static string Without(string ofType, string written)
    {
        var kept = new StringBuilder();
        foreach (var member in ofType.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            var key = member.Substring(0, member.IndexOf(':') + 1);
            var other = key.Contains("imum") ? "\"exclusive" + char.ToUpperInvariant(key[1]) + key.Substring(2) : key;
            if (!written.Contains(key) && !written.Contains(other)) kept.Append(',').Append(member);
        }

        return kept.ToString();
    }

    private static string Words(EnumType type) => string.Join(",", type.Members.Select(member => JsonWriter.Quote(member.Json)).Distinct());
}
