using System;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ToolGen.Benchmarks.Validation;

/// <summary>Calls made of golden ones, from a seed: some stay right in another spelling or with other values, some go wrong in the ways that models do.</summary>
internal sealed class CallFuzzer(int seed)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Numbers =
        ["0", "-0", "1", "-1", "7", "1.0", "1.5", "-2.25", "1e2", "1E+2", "12e-1", "100e-2", "9007199254740993", "9223372036854775807", "9223372036854775808", "-1e30", "1e400", "1.0000000000000000000001", "0.30000000000000004"];

    private static readonly string[] Others = ["null", "true", "false", "\"\"", "\"text\"", "\"5\"", "\"true\"", "[]", "{}", "[1]", "[\"a\"]", "[null]", "{\"a\":1}", "\"é\\u0000😀\"", "\"\\ud83d\""];

    private readonly Random random = new(seed);

    /// <summary>JSON in UTF-8; always well-formed text, though numbers, names and strings may be such that readers differ.</summary>
    public byte[] Next(JsonObject golden)
    {
        var call = golden.DeepClone().AsObject();
        var text = new StringBuilder();
        // A third keeps every value.
        this.Write(text, call, this.random.Next(3) == 0 ? -1 : this.random.Next(Count(call)), new());
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // What is written at place `target` (counted from the root, which is 0) is changed.
    private void Write(StringBuilder text, JsonNode? node, int target, Counter place)
    {
        var isHere = place.Value++ == target;
        switch (node)
        {
            case JsonObject members:
                this.Members(text, members, target, place, isHere);
                break;
            case JsonArray when isHere:
            case JsonValue when isHere:
            case null when isHere:
                text.Append(this.Changed(node));
                if (node is JsonArray skipped) place.Value += Count(skipped) - 1;
                break;
            case JsonArray items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0) text.Append(this.random.Next(8) == 0 ? " , " : ",");
                    this.Write(text, items[i], target, place);
                }

                text.Append(']');
                break;
            default:
                text.Append(node is null ? "null" : this.random.Next(4) == 0 ? node.ToJsonString() : node.ToJsonString(Plain));
                break;
        }
    }

    private void Members(StringBuilder text, JsonObject members, int target, Counter place, bool isHere)
    {
        var change = isHere ? this.random.Next(5) : -1;
        var left = change == 0 && members.Count > 0 ? this.random.Next(members.Count) : -1;
        var order = members.ToArray();
        if (this.random.Next(4) == 0) this.random.Shuffle(order);
        text.Append('{');
        var before = text.Length;
        for (var i = 0; i < order.Length; i++)
        {
            if (i == left)
            {
                place.Value += Count(order[i].Value);
                continue;
            }

            if (text.Length > before) text.Append(',');
            var name = change == 1 && i == 0 ? this.Misspelt(order[i].Key) : order[i].Key;
            text.Append(JsonSerializer.Serialize(name, Plain)).Append(':');
            this.Write(text, order[i].Value, target, place);
            if (change == 2 && i == 0) text.Append(',').Append(JsonSerializer.Serialize(name, Plain)).Append(":1");
        }

        if (change == 3) text.Append(text.Length > before ? "," : "").Append("\"no_such_argument\":").Append(this.Any());
        text.Append('}');
    }

    private string Changed(JsonNode? node)
    {
        if (this.random.Next(2) == 0) return this.Any();
        return node?.GetValueKind() switch
        {
            JsonValueKind.Number => Numbers[this.random.Next(Numbers.Length)],
            JsonValueKind.String => JsonSerializer.Serialize(this.random.Next(3) switch { 0 => node.GetValue<string>() + "x", 1 => node.GetValue<string>().ToUpperInvariant(), _ => "another" }, Plain),
            JsonValueKind.True or JsonValueKind.False => this.random.Next(2) == 0 ? "true" : "false",
            JsonValueKind.Array => this.random.Next(2) == 0 ? "[]" : $"[{string.Join(",", node.AsArray().Concat(node.AsArray()).Select(item => item?.ToJsonString(Plain) ?? "null"))}]",
            _ => "null",
        };
    }

    private string Any() => this.random.Next(2) == 0 ? Numbers[this.random.Next(Numbers.Length)] : Others[this.random.Next(Others.Length)];

    private string Misspelt(string name) => this.random.Next(3) switch { 0 => name.ToUpperInvariant(), 1 => name + "s", _ => "__proto__" };

    private static int Count(JsonNode? node) => node switch
    {
        JsonObject members => 1 + members.Sum(member => Count(member.Value)),
        JsonArray items => 1 + items.Sum(Count),
        _ => 1,
    };

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
