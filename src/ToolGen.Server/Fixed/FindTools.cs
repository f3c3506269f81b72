using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Registry;
using ToolGen.Server.Answers;

namespace ToolGen.Server.Fixed;

/// <summary><c>find_tools</c>: by need, approved tools alone.</summary>
internal sealed class FindTools(ToolServer server) : FixedTool(
    server,
    "find_tools",
    "Find a tool by what you need done, in a few words. Use it before you make one. Answers names for call_tool with their arguments; nothing fits: it says how to make a tool.",
    """
    {"type":"object","properties":{"need":{"type":"string","minLength":1,"maxLength":1000,"description":"What is to be done, such as: sum the sales of a CSV by region."},"most":{"type":"integer","minimum":1,"maximum":20,"default":5},"readsOnly":{"type":"boolean","default":false,"description":"Only tools that change nothing."}},"required":["need"],"additionalProperties":false}
    """,
    Reads)
{
    private const int LongestDescription = 300;
    private const int LongestInputs = 500;

    // Those that write are left out afterwards.
    private const int Wider = 4;

    protected override async ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken)
    {
        var most = request.Number("most", 5);
        var readsOnly = request.Flag("readsOnly");
        var found = new List<(StoredVersion Version, ModelContextProtocol.Protocol.Tool Tool)>();
        foreach (var one in await this.Server.Finder.FindAsync(request.Required("need"), readsOnly ? most * Wider : most, cancellationToken).ConfigureAwait(false))
        {
            if (found.Count == most) break;
            if (this.Server.Registry.Get(one.Id) is not { State: ToolState.Approved or ToolState.Deprecated } version || McpShape.Of(version.McpTool) is not { } tool) continue;
            if (!readsOnly || tool.Annotations?.ReadOnlyHint == true) found.Add((version, tool));
        }

        return Answer.Of(json =>
        {
            json.WriteStartArray("tools");
            foreach (var (version, tool) in found) Write(json, version, tool);
            json.WriteEndArray();
            json.WriteString("next", found.Count > 0
                ? "call_tool {tool: name, arguments}; describe_tool shows schemas. If none does it: spec_guide, then check_spec, make_tool, call_tool."
                : "No tool fits. Make one: spec_guide says how to write its spec; check_spec until it has no errors; make_tool gives a handle; call_tool {tool: handle, arguments} runs it. propose_tool asks a person to approve it for everybody.");
        });
    }

    private static void Write(Utf8JsonWriter json, StoredVersion version, ModelContextProtocol.Protocol.Tool tool)
    {
        json.WriteStartObject();
        json.WriteString("name", version.Name);
        json.WriteString("version", version.Version);
        json.WriteString("description", ShortText.Of(tool.Description ?? "", LongestDescription));
        json.WriteString("arguments", ShortText.Of(McpShape.Parameters(tool.InputSchema), LongestInputs));
        if (version.State == ToolState.Deprecated) json.WriteString("deprecated", ShortText.Of(version.Reason ?? "a better one is there", LongestDescription));
        json.WriteEndObject();
    }
}
