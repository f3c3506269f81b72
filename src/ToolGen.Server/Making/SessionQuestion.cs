using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Server.Answers;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Server.Making;

/// <summary>
/// Asks the person at the client whether a tool that nobody approved may do more than the host allows by itself, for this caller and this session tool alone.
/// It is the client's word, and no approval: what the host's <c>session.ask</c> does not name is refused without a question.
/// </summary>
internal static class SessionQuestion
{
    private const string Key = "session";
    private const string Field = "allow";
    private const int LongestName = 64;

    /// <summary>Whether the client can ask anybody.</summary>
    public static bool IsPossible(RequestContext<CallToolRequestParams> request) => request.Server.ClientCapabilities?.Elicitation is not null;

    /// <summary>The answer that came with the request; null: none came.</summary>
    public static bool? Answered(RequestContext<CallToolRequestParams> request)
    {
        if (request.Params?.InputResponses is not { } responses || !responses.TryGetValue(Key, out var response)) return null;
        return response.Deserialize(InputResponse.ElicitResultJsonTypeInfo) is { IsAccepted: true, Content: { } content } && content.TryGetValue(Field, out var yes) && yes.ValueKind == JsonValueKind.True;
    }

    /// <summary>The question; the client sends the same request again with the answer.</summary>
    public static InputRequiredException Ask(string tool, IEnumerable<Capability> beyond) => new(new Dictionary<string, InputRequest>
    {
        [Key] = InputRequest.ForElicitation(new()
        {
            Message = $"The tool {ShortText.Of(tool, LongestName)} was just made and nobody approved it. It may: {string.Join("; ", beyond.Select(one => ShortText.Of(one.Words, 200)))}. Allow this for the session?",
            RequestedSchema = new()
            {
                Properties = new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition> { [Field] = new ElicitRequestParams.BooleanSchema { Title = "Allow", Default = false } },
                Required = [Field],
            },
        }),
    });
}
