using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ToolGen.Specification.Json;

/// <summary>Makes nodes that stand in no file.</summary>
internal static class JsonMake
{
    public static readonly JsonNode Null = new JsonNull(default);

    public static readonly JsonNode True = new JsonBoolean(true, default);

    public static readonly JsonNode False = new JsonBoolean(false, default);

    public static JsonNode Text(string value) => new JsonString(value, default);

    public static JsonNode TextOrNull(string? value) => value is null ? Null : Text(value);

    public static JsonNode Number(long value) => new JsonNumber(value.ToString(CultureInfo.InvariantCulture), default);

    public static JsonNode Array(IEnumerable<JsonNode> items) => new JsonArray(items.ToArray(), default);

    public static JsonNode Texts(IEnumerable<string> values) => Array(values.Select(Text));

    public static JsonMember Member(string name, JsonNode value) => new(name, default, value);

    public static JsonObject Object(params JsonMember[] members) => new(members, default);

    public static JsonObject Object(IEnumerable<JsonMember> members) => new(members.ToArray(), default);

    public static JsonObject Object(string name, JsonNode value) => Object(Member(name, value));
}
