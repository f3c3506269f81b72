using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.EndToEnd.Templates.Chat;

/// <summary>OpenAI's Responses API.</summary>
internal sealed class ResponsesWire : Wire
{
    public override string Provider => "openai";

    public override string Base => "/v1";

    public override string Target => "/v1/responses";

    public override string Answer(Turn turn, int number)
    {
        var item = turn.Tool is null
            ? new JsonObject { ["type"] = "message", ["id"] = $"msg_{number}", ["role"] = "assistant", ["status"] = "completed", ["content"] = new JsonArray(Part(turn.Text)) }
            : new JsonObject { ["type"] = "function_call", ["id"] = $"fc_{number}", ["call_id"] = CallId(number), ["name"] = turn.Tool, ["arguments"] = turn.Text, ["status"] = "completed" };
        JsonObject[] events =
        [
            new() { ["type"] = "response.created", ["response"] = Response(number, "in_progress") },
            new() { ["type"] = "response.output_item.added", ["output_index"] = 0, ["item"] = Begun(item) },
            .. turn.Tool is null ? turn.Text.Chunk(5).Select(part => Delta(new(part), number)) : [],
            new() { ["type"] = "response.output_item.done", ["output_index"] = 0, ["item"] = item },
            new() { ["type"] = "response.completed", ["response"] = Response(number, "completed", item.DeepClone()) },
        ];
        for (var place = 0; place < events.Length; place++) events[place]["sequence_number"] = place;
        return Events(events);
    }

    public override (JsonNode Schema, bool IsStrict) Published(JsonNode request, string tool) =>
        (ToolOf(request, tool)["parameters"]!, ToolOf(request, tool)["strict"]?.GetValue<bool>() ?? false);

    public override string Result(JsonNode request, int call) =>
        request["input"]!.AsArray().Single(item => item!["type"]?.ToString() == "function_call_output" && item["call_id"]!.ToString() == CallId(call))!["output"]!.ToString();

    public override bool GoesOnFrom(JsonNode request, string firstAnswer) => request["previous_response_id"]?.ToString() == "resp_1" && request["input"]!.AsArray().Count == 1;

    private static JsonObject Part(string text) => new() { ["type"] = "output_text", ["text"] = text, ["annotations"] = new JsonArray() };

    private static JsonObject Begun(JsonObject item)
    {
        var begun = item.DeepClone().AsObject();
        begun["status"] = "in_progress";
        if (begun.ContainsKey("arguments")) begun["arguments"] = "";
        else begun["content"] = new JsonArray();
        return begun;
    }

    private static JsonObject Delta(string text, int number) =>
        new() { ["type"] = "response.output_text.delta", ["item_id"] = $"msg_{number}", ["output_index"] = 0, ["content_index"] = 0, ["delta"] = text };

    private static JsonObject Response(int number, string status, params JsonNode[] output)
    {
        var response = Json("""{"object":"response","created_at":1790000000,"model":"scripted","parallel_tool_calls":true,"tool_choice":"auto","tools":[],"store":true}""");
        response["id"] = $"resp_{number}";
        response["status"] = status;
        response["output"] = new JsonArray(output);
        return response;
    }
}
