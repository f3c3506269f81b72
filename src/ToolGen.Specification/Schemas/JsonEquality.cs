using System;
using System.Collections.Generic;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Equality of JSON by value (JSON Schema Core §4.2.2): numbers exactly (1 = 1.0), member order free.</summary>
public static class JsonEquality
{
    /// <summary>For sets and dictionaries; hashes depend on the runtime's random string hash, so that nobody can make them collide.</summary>
    public static IEqualityComparer<JsonNode> Comparer { get; } = new ByValue();

    /// <summary>Whether two values are equal.</summary>
    public static bool Equals(JsonNode left, JsonNode right)
    {
        if (ReferenceEquals(left, right)) return true;
        switch (left)
        {
            case JsonNull:
                return right is JsonNull;
            case JsonBoolean flag:
                return right is JsonBoolean otherFlag && flag.Value == otherFlag.Value;
            case JsonNumber number:
                return right is JsonNumber otherNumber && ExactNumber.Compare(number.Text.AsSpan(), otherNumber.Text.AsSpan()) == 0;
            case JsonString text:
                return right is JsonString otherText && text.Value == otherText.Value;
            case JsonArray array:
                if (right is not JsonArray otherArray || array.Items.Count != otherArray.Items.Count) return false;
                for (var i = 0; i < array.Items.Count; i++)
                    if (!Equals(array.Items[i], otherArray.Items[i])) return false;
                return true;
            case JsonObject members:
                if (right is not JsonObject otherMembers || members.Members.Count != otherMembers.Members.Count) return false;
                foreach (var member in members.Members)
                    if (otherMembers[member.Name] is not { } value || !Equals(member.Value, value)) return false;
                return true;
            default:
                return false;
        }
    }

    private static int Hash(JsonNode node)
    {
        unchecked
        {
            switch (node)
            {
                case JsonBoolean flag:
                    return flag.Value ? 3 : 5;
                case JsonNumber number:
                    return ExactNumber.Key(number.Text.AsSpan()).GetHashCode();
                case JsonString text:
                    return text.Value.GetHashCode();
                case JsonArray array:
                    var hash = 7;
                    foreach (var item in array.Items) hash = (hash * 31) + Hash(item);
                    return hash;
                case JsonObject members:
                    var sum = 11;
                    foreach (var member in members.Members) sum += (member.Name.GetHashCode() * 31) ^ Hash(member.Value);
                    return sum;
                default:
                    return 1;
            }
        }
    }

    private sealed class ByValue : IEqualityComparer<JsonNode>
    {
        public bool Equals(JsonNode? x, JsonNode? y) => x is null ? y is null : y is not null && JsonEquality.Equals(x, y);

        public int GetHashCode(JsonNode obj) => Hash(obj);
    }
}
