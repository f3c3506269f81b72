using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.EndToEnd.Templates.Chat;

/// <summary>Anthropic's Messages API.</summary>
internal sealed class MessagesWire : Wire
{
    public override string Provider => "anthropic";

    public override string Base => "";

    public override string Target => "/v1/messages";

    public override string Answer(Turn turn, int number)
    {
        var start = Json("""{"type":"message_start","message":{"type":"message","role":"assistant","model":"scripted","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":0}}}""");
        start["message"]!["id"] = $"msg_{number}";
        var end = Json("""{"type":"message_delta","delta":{"stop_sequence":null},"usage":{"output_tokens":1}}""");
        end["delta"]!["stop_reason"] = turn.Tool is null ? "end_turn" : "tool_use";
        JsonObject block = turn.Tool is null
            ? new() { ["type"] = "text", ["text"] = "" }
            : new() { ["type"] = "tool_use", ["id"] = CallId(number), ["name"] = turn.Tool, ["input"] = new JsonObject() };
        return Events(
        [
            start,
            new() { ["type"] = "content_block_start", ["index"] = 0, ["content_block"] = block },
            .. turn.Text.Chunk(5).Select(part => Delta(turn, new(part))),
            Json("""{"type":"content_block_stop","index":0}"""),
            end,
            Json("""{"type":"message_stop"}"""),
        ]);
    }

    public override (JsonNode Schema, bool IsStrict) Published(JsonNode request, string tool) =>
        (ToolOf(request, tool)["input_schema"]!, ToolOf(request, tool)["strict"]?.GetValue<bool>() ?? false);

    public override string Result(JsonNode request, int call)
    {
        var content = request["messages"]!.AsArray()
            .Select(message => message!["content"]).OfType<JsonArray>()
            .SelectMany(blocks => blocks)
            .Single(block => block!["type"]!.ToString() == "tool_result" && block["tool_use_id"]!.ToString() == CallId(call))!["content"]!;
        return content is JsonArray blocks ? blocks.Single()!["text"]!.ToString() : content.ToString();
    }

    public override bool GoesOnFrom(JsonNode request, string firstAnswer) =>
        request["messages"]!.AsArray() is { Count: 3 } messages && messages[1]!["role"]!.ToString() == "assistant" && messages[1]!.ToJsonString().Contains(firstAnswer, System.StringComparison.Ordinal);

    private static JsonObject Delta(Turn turn, string part) => new()
    {
        ["type"] = "content_block_delta",
        ["index"] = 0,
        ["delta"] = turn.Tool is null ? new JsonObject { ["type"] = "text_delta", ["text"] = part } : new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = part },
    };
}
