using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.EndToEnd.Templates.Chat;

/// <summary>One answer of a model.</summary>
/// <param name="Tool">What it calls; null: it says a text.</param>
/// <param name="Text">The arguments, or the text.</param>
internal sealed record Turn(string? Tool, string Text)
{
    public static Turn Calls(string tool, string arguments) => new(tool, arguments);

    public static Turn Says(string text) => new(null, text);
}

/// <summary>How a provider's service speaks over HTTP.</summary>
internal abstract class Wire
{
    /// <summary>The provider, as <c>--ai</c> names it.</summary>
    public abstract string Provider { get; }

    /// <summary>Where its address ends.</summary>
    public abstract string Base { get; }

    /// <summary>Where questions are sent.</summary>
    public abstract string Target { get; }

    /// <summary>The name of a call.</summary>
    public static string CallId(int number) => $"call_{number}";

    /// <summary>An answer as a stream of events.</summary>
    /// <param name="turn">The answer.</param>
    /// <param name="number">Which one, from 1.</param>
    public abstract string Answer(Turn turn, int number);

    /// <summary>The schema of a tool as a request publishes it, and whether it is strict.</summary>
    public abstract (JsonNode Schema, bool IsStrict) Published(JsonNode request, string tool);

    /// <summary>What came of a call, as a request tells it.</summary>
    public abstract string Result(JsonNode request, int call);

    /// <summary>The same, which is JSON, without blanks.</summary>
    public string Output(JsonNode request, int call) => JsonNode.Parse(this.Result(request, call))!.ToJsonString();

    /// <summary>Whether a request goes on from the first answer, the text of which it may hold.</summary>
    public abstract bool GoesOnFrom(JsonNode request, string firstAnswer);

    protected static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    protected static JsonNode ToolOf(JsonNode request, string name) => request["tools"]!.AsArray().Single(tool => tool!["name"]!.ToString() == name)!;

    protected static string Events(IEnumerable<JsonObject> events) => string.Concat(events.Select(one => $"event: {one["type"]}\ndata: {one.ToJsonString()}\n\n"));
}
