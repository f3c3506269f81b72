using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;
using ToolGen.Server.Answers;
using ToolGen.Server.Calling;
using ToolGen.Server.Listing;
using ToolGen.Server.Making;

namespace ToolGen.Server.Fixed;

/// <summary><c>find_tools</c>: by need, approved tools alone.</summary>
internal sealed class FindTools(ToolServer server) : FixedTool(
    server,
    "find_tools",
    "Find a tool by what you need done, in a few words. Use it before you make one. Answers names for call_tool with their arguments; nothing fits: it says how to make a tool. With samples it answers reuse or make: they are run on what was found.",
    """
    {"type":"object","properties":{"need":{"type":"string","minLength":1,"maxLength":1000,"description":"What is to be done, such as: sum the sales of a CSV by region."},"most":{"type":"integer","minimum":1,"maximum":20,"default":5},"readsOnly":{"type":"boolean","default":false,"description":"Only tools that change nothing."},"samples":{"type":"array","items":{"type":"object","additionalProperties":true},"description":"What it has to do, as in a spec's examples: [{input, output}]."}},"required":["need"],"additionalProperties":false}
    """,
    Reads)
{
    private const int LongestDescription = 300;
    private const int LongestInputs = 500;

    private const string CallIt = "call_tool {tool: name, arguments}; describe_tool shows schemas. If none does it: spec_guide, then check_spec, make_tool, call_tool.";
    private const string MakeOne = "No tool fits. Make one: spec_guide says how to write its spec; check_spec until it has no errors; make_tool gives a handle; call_tool {tool: handle, arguments} runs it. propose_tool asks a person to approve it for everybody.";

    // Those that write, or do not take the samples, are left out afterwards.
    private const int Wider = 4;

    protected override async ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken)
    {
        AskedSamples? samples = null;
        if (request.Value("samples") is { } given && (samples = AskedSamples.Read(new("samples", given.GetRawText()), out var refusal)) is null) return Answer.Refusal(ToolErrorCodes.InvalidInput, $"/samples: {refusal}");
        var most = request.Number("most", 5);
        var found = await this.FoundAsync(request, samples is null ? most : most * Wider, cancellationToken).ConfigureAwait(false);
        if (samples is null)
        {
            this.Server.Needs?.Answered(request.Caller, request.Required("need"), found.Select(one => one.Id));
            return Answer.Of(json => Write(json, found.Select(one => new TriedTool<StoredVersion>(one, null, null)), found.Count > 0 ? CallIt : MakeOne));
        }

        try
        {
            var tried = await this.Server.Reuse.TryAsync(request.Caller, "find_tools", found, samples, endsEarly: false, cancellationToken).ConfigureAwait(false);
            TriedTool<StoredVersion>[] best = [.. tried.OrderByDescending(one => one.Run?.Passed ?? -1).ThenBy(one => one.Tool.State == ToolState.Deprecated).Take(most)];

            // What does not do it teaches nothing, whoever calls it then.
            this.Server.Needs?.Answered(request.Caller, request.Required("need"), best.Where(one => one.IsWhole).Select(one => one.Tool.Id));
            return Answer.Of(json => Judged(json, best, samples.Count));
        }
        catch (BusyException e)
        {
            return Answer.Refusal(ToolErrorCodes.Unavailable, e.Message);
        }
    }

    private async ValueTask<List<StoredVersion>> FoundAsync(FixedRequest request, int most, CancellationToken cancellationToken)
    {
        var readsOnly = request.Flag("readsOnly");
        var found = new List<StoredVersion>();
        IReadOnlyList<FoundTool> hits;
        using (var lease = this.Server.ModelShares.Enter(request.Caller.Principal))
            hits = await this.Server.Finder.FindAsync(request.Required("need"), Math.Min(ToolIndex.MostHits, readsOnly ? most * Wider : most), isByWords: !lease.IsAcquired, cancellationToken).ConfigureAwait(false);
        foreach (var one in hits)
        {
            if (found.Count == most) break;
            if (this.Server.Registry.Get(one.Id) is not { State: ToolState.Approved or ToolState.Deprecated } version || McpShape.Of(version.McpTool) is not { } tool) continue;
            if (!readsOnly || tool.Annotations?.ReadOnlyHint == true) found.Add(version);
        }

        return found;
    }

    private static void Judged(Utf8JsonWriter json, IReadOnlyList<TriedTool<StoredVersion>> tried, int count)
    {
        var name = tried.FirstOrDefault(one => one.IsWhole)?.Tool.Name;
        json.WriteNumber("samples", count);
        json.WriteString("verdict", name is null ? "make" : "reuse");
        if (name is not null) json.WriteString("reuse", name);
        Write(json, tried, name is null
            ? "No tool passes all samples. Make one: spec_guide; the samples are its examples; check_spec until it has no errors; make_tool gives a handle; call_tool {tool: handle, arguments}."
            : $"{name} passes all samples: call_tool {{tool: \"{name}\", arguments}}.");
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<TriedTool<StoredVersion>> tried, string next)
    {
        json.WriteStartArray("tools");
        foreach (var one in tried) Write(json, one);
        json.WriteEndArray();
        json.WriteString("next", next);
    }

    private static void Write(Utf8JsonWriter json, TriedTool<StoredVersion> tried)
    {
        var (version, tool) = (tried.Tool, McpShape.Of(tried.Tool.McpTool)!);
        json.WriteStartObject();
        json.WriteString("name", version.Name);
        json.WriteString("version", version.Version);
        json.WriteString("description", ShortText.Of(tool.Description ?? "", LongestDescription));
        json.WriteString("arguments", ShortText.Of(McpShape.Parameters(tool.InputSchema), LongestInputs));
        if (version.State == ToolState.Deprecated) json.WriteString("deprecated", ShortText.Of(version.Reason ?? "a better one is there", LongestDescription));
        if (tried.Run is { } run) json.WriteNumber("passed", run.Passed);
        if (tried.Why is { } why) json.WriteString("why", ShortText.Of(why, LongestDescription));
        json.WriteEndObject();
    }
}
