using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ToolGen.Generator.Methods;

/// <summary>The types that JSON has one word for.</summary>
internal static class ScalarTypes
{
    private const string Big = "(global::System.Numerics.BigInteger)$";

    private static readonly Dictionary<SpecialType, ScalarType> Special = new()
    {
        [SpecialType.System_String] = new("string", false, "string"),
        [SpecialType.System_Boolean] = new("bool", true, "boolean"),
        [SpecialType.System_Char] = new("char", true, "string", ",\"minLength\":1,\"maxLength\":1", "global::ToolGen.Methods.MethodValues.Character($)", "$.ToString()"),
        [SpecialType.System_SByte] = Narrow("sbyte", "-128", "127"),
        [SpecialType.System_Byte] = Narrow("byte", "0", "255"),
        [SpecialType.System_Int16] = Narrow("short", "-32768", "32767"),
        [SpecialType.System_UInt16] = Narrow("ushort", "0", "65535"),
        [SpecialType.System_Int32] = new("int", true, "integer", Bounds("-2147483648", "2147483647")),
        [SpecialType.System_UInt32] = Narrow("uint", "0", "4294967295"),
        [SpecialType.System_Int64] = new("long", true, "integer"),
        [SpecialType.System_UInt64] = Wide("ulong", "0", "18446744073709551615"),
        [SpecialType.System_Single] = new("float", true, "number", "", "(float)$", "(double)$"),
        [SpecialType.System_Double] = new("double", true, "number"),
        [SpecialType.System_Decimal] = new("decimal", true, "number", ",\"format\":\"decimal\""),
        [SpecialType.System_DateTime] = new("global::System.DateTime", true, "string", ",\"format\":\"date-time\"", "$.UtcDateTime", "global::ToolGen.Methods.MethodValues.Instant($)"),
        [SpecialType.System_Object] = new("object", false, "", "", "$"),
    };

    private static readonly Dictionary<string, ScalarType> Named = new()
    {
        ["System.DateTimeOffset"] = new("global::System.DateTimeOffset", true, "string", ",\"format\":\"date-time\""),
        ["System.DateOnly"] = new("global::System.DateOnly", true, "string", ",\"format\":\"date\""),
        ["System.TimeOnly"] = new("global::System.TimeOnly", true, "string", ",\"format\":\"time\""),
        ["System.TimeSpan"] = new("global::System.TimeSpan", true, "string", ",\"format\":\"duration\""),
        ["System.Guid"] = new("global::System.Guid", true, "string", ",\"format\":\"uuid\""),
        ["System.Uri"] = new("global::System.Uri", false, "string", ",\"format\":\"uri-reference\"", "new global::System.Uri($, global::System.UriKind.RelativeOrAbsolute)", "$.OriginalString"),
        ["System.Numerics.BigInteger"] = new("global::System.Numerics.BigInteger", true, "integer", ",\"format\":\"big\""),
        ["System.Int128"] = Wide("global::System.Int128", "-170141183460469231731687303715884105728", "170141183460469231731687303715884105727"),
        ["System.UInt128"] = Wide("global::System.UInt128", "0", "340282366920938463463374607431768211455"),
        ["System.Half"] = new("global::System.Half", true, "number", "", "(global::System.Half)$", "(double)$"),
        ["System.ReadOnlyMemory<byte>"] = new("global::System.ReadOnlyMemory<byte>", true, "string", Base64),
        ["System.Memory<byte>"] = new("global::System.Memory<byte>", true, "string", Base64, "$.ToArray()", "$"),
        ["byte[]"] = new("byte[]", false, "string", Base64, "$.ToArray()", "$"),
        ["System.Text.Json.JsonElement"] = new("global::System.Text.Json.JsonElement", true, ""),
        ["System.Text.Json.Nodes.JsonNode"] = Node("JsonNode", "", "Node", "Element"),
        ["System.Text.Json.Nodes.JsonObject"] = Node("JsonObject", "object", "Object", "Members"),
        ["System.Text.Json.Nodes.JsonArray"] = Node("JsonArray", "array", "Array", "Items"),
    };

    private const string Base64 = ",\"contentEncoding\":\"base64\"";

    /// <summary>The type; null where it is none of these. What an <c>object</c> holds would be known only by reflection, so none is written.</summary>
    public static ScalarType? Of(ITypeSymbol type, bool isRead) =>
        type.SpecialType == SpecialType.System_Object && !isRead ? null
        : Special.TryGetValue(type.SpecialType, out var special) ? special
        : Named.TryGetValue(type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(), out var named) ? named
        : null;

    /// <summary>A text whose content is bytes is read as bytes: the schema's reader has them so.</summary>
    public static MethodType Encoded(MethodType type, string keywords) => type is ScalarType { JsonType: "string", Name: "string" } text && keywords.Contains("\"contentEncoding\":")
        ? text with { Into = "global::System.Convert.ToBase64String($.Span)", Back = "(global::System.ReadOnlyMemory<byte>)global::System.Convert.FromBase64String($)" } : type;

    private static string Bounds(string low, string high) => $",\"minimum\":{low},\"maximum\":{high}";

    private static ScalarType Narrow(string name, string low, string high) => new(name, true, "integer", Bounds(low, high), $"({name})$", name == "uint" ? "(long)$" : "(int)$");

    private static ScalarType Wide(string name, string low, string high) => new(name, true, "integer", ",\"format\":\"big\"" + Bounds(low, high), $"({name})$", Big);

    private static ScalarType Node(string name, string type, string into, string back) => new(
        "global::System.Text.Json.Nodes." + name, false, type, "", $"global::ToolGen.Methods.MethodValues.{into}($)", $"global::ToolGen.Methods.MethodValues.{back}($)");
}
