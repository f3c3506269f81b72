using System.Collections.Generic;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Server.Callers;

namespace ToolGen.Server.Fixed;

/// <summary>One call of a tool of the server: who makes it, and arguments that its schema accepts.</summary>
internal sealed record FixedRequest(ServerCaller Caller, IReadOnlyDictionary<string, JsonElement> Arguments, RequestContext<CallToolRequestParams> Context)
{
    public string Required(string name) => this.Arguments[name].GetString()!;

    public string? Text(string name) => this.Arguments.TryGetValue(name, out var value) ? value.GetString() : null;

    public bool Flag(string name) => this.Arguments.TryGetValue(name, out var value) && value.GetBoolean();

    public int Number(string name, int otherwise) => this.Arguments.TryGetValue(name, out var value) ? (int)value.GetDouble() : otherwise;

    public JsonElement? Value(string name) => this.Arguments.TryGetValue(name, out var value) ? value : null;
}
