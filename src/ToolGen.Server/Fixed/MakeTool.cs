using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Server.Answers;
using ToolGen.Server.Callers;
using ToolGen.Server.Calling;
using ToolGen.Server.Making;
using ToolGen.Specification.Json;

namespace ToolGen.Server.Fixed;

/// <summary><c>make_tool</c>: a spec through all stations; without errors, a session tool of its caller.</summary>
internal sealed class MakeTool(ToolServer server) : FixedTool(
    server,
    "make_tool",
    "Make a tool from a spec: checks it, runs its samples in a sandbox, and answers a handle for call_tool, or findings to mend. The tool is yours alone and expires; propose_tool asks a person to keep it.",
    """
    {"type":"object","properties":{"spec":{"type":["object","string"],"description":"The .tool.json, as an object or as its text."},"companion":{"type":"string","description":"NAME.tool.cs, where the spec has no C# of its own."},"tests":{"type":["array","object","string"],"description":"Held-out samples: NAME.tests.json."},"worth":{"type":"boolean","default":false,"description":"Also say which small mistakes the samples would not notice; takes longer."}},"required":["spec"],"additionalProperties":false}
    """,
    Adds)
{
    private const int LongestNeed = 500, LookedAt = 5;

    protected override async ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken)
    {
        if (!request.Caller.MakesTools) return await this.Server.RefuseAsync(request.Caller, "make_tool", ToolServer.NobodyKnown, cancellationToken).ConfigureAwait(false);
        if (GivenSpec.Of(request, this.Server.Options.MaximumSpecBytes, out var refusal) is not { } given) return await this.Server.RefuseAsync(request.Caller, "make_tool", ToolErrorCodes.InvalidInput, refusal!, cancellationToken).ConfigureAwait(false);
        if (this.Server.Budgets.Make(request.Caller.Name) is { } later) return await this.Server.RefuseAsync(request.Caller, "make_tool", ToolErrorCodes.Unavailable, later, cancellationToken).ConfigureAwait(false);
        var progress = new MakeProgress(request.Context);
        try
        {
            var (forge, set) = await this.Server.Workshop.MakeAsync(given, request.Caller.Name, request.Flag("worth"), progress, cancellationToken).ConfigureAwait(false);
            await progress.DoneAsync().ConfigureAwait(false);
            var answer = new ForgeAnswer(given, set.Tools[0], this.Server.Options.Kinds);
            if (set.Tools[0] is { HasErrors: false, IsRunnable: true }) return await this.KeepAsync(request, given, forge, set, answer, cancellationToken).ConfigureAwait(false);
            var first = set.Tools[0].Findings.FirstOrDefault(finding => finding.Severity == Specification.Findings.FindingSeverity.Error);
            this.Server.Budgets.Recorded(request.Caller.Name);
            await this.Server.RecordAsync("denied", request.Caller, [("what", "make_tool"), ("spec", set.Tools[0].SpecHash), ("why", first?.Id ?? "it has no C#")], cancellationToken).ConfigureAwait(false);
            return Refused(set.Tools[0], answer);
        }
        catch (Exception e) when (e is BusyException or TimeoutException)
        {
            return Answer.Refusal(ToolErrorCodes.Unavailable, e.Message);
        }
    }

    private static CallToolResult Refused(ForgedTool tool, ForgeAnswer answer) => Answer.Of(
        json =>
        {
            json.WriteBoolean("ok", false);
            answer.Findings(json);
            answer.Samples(json);
            json.WriteString("next", tool.HasErrors ? "mend what the errors say, and call make_tool again" : "a declared tool has its C# in its project: give it here as companion, or choose another kind");
        },
        isError: true);

    private async Task<CallToolResult> KeepAsync(FixedRequest request, GivenSpec given, Forge.Forge forge, ForgedSet set, ForgeAnswer answer, CancellationToken cancellationToken)
    {
        var tool = set.Tools[0];
        if (await this.BeyondAsync(request, tool, cancellationToken).ConfigureAwait(false) is { } denied) return denied;
        var options = this.Server.Options;
        var version = await this.Server.Registry.AddAsync(
            new()
            {
                Spec = given.Spec,
                Companion = given.Companion,
                Tests = given.Tests,
                Evidence = forge.EvidenceOf(set)[0].Evidence,
                McpTool = Encoding.UTF8.GetString(this.Server.Describe(set, request.Caller).McpTool.Span),
                SessionOf = request.Caller.Name,
                SessionTime = options.SessionTime,
            },
            request.Caller.Name,
            cancellationToken).ConfigureAwait(false);
        if (version.State is ToolState.Rejected or ToolState.Quarantined or ToolState.Revoked)
            return await this.Server.RefuseAsync(request.Caller, "make_tool", $"exactly this tool was {version.State.ToString().ToLowerInvariant()} before{(version.Reason is { } why ? $": {ShortText.Of(why, 300)}" : "")}. Change what was wrong, and give it the next version", cancellationToken).ConfigureAwait(false);
        var expires = options.Time.GetUtcNow() + options.SessionTime;
        if (!this.Server.Keep(new(request.Caller.Name, version, set, expires), out var handle)) return Answer.Refusal(ToolErrorCodes.Unavailable, "the server keeps as many session tools as it can: try again when some have expired");
        var reused = version.State == ToolState.Approved ? null : await this.ReusedAsync(request.Caller, tool, cancellationToken).ConfigureAwait(false);
        return Answer.Of(json =>
        {
            json.WriteBoolean("ok", true);
            json.WriteString("handle", handle);
            json.WriteString("name", version.Name);
            json.WriteString("version", version.Version);
            json.WriteString("expires", expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.Texts("capabilities", version.Capabilities);
            answer.Samples(json);
            answer.Worth(json);
            if (tool.Findings.Count > 0) answer.Findings(json);
            if (reused is not null) Reused(json, reused);
            json.WriteString("next", version.State is ToolState.Approved or ToolState.Deprecated
                ? $"This tool is approved already: call_tool {{tool: \"{version.Name}\", arguments}}."
                : "call_tool {tool: handle, arguments}. Did it do its work? propose_tool {handle}.");
        });
    }

    /// <summary>An approved tool of another name that passes all samples of the one that was made; null: none of those that seem to fit.</summary>
    private async Task<TriedTool<StoredVersion>?> ReusedAsync(ServerCaller caller, ForgedTool tool, CancellationToken cancellationToken)
    {
        if (AskedSamples.Of(tool) is not { } samples) return null;
        try
        {
            // By words: what nobody proposed yet goes to no model.
            var found = await this.Server.Finder.FindAsync(ShortText.Of($"{tool.Name} {tool.Spec!.Description.Value}", LongestNeed), LookedAt, isByWords: true, cancellationToken).ConfigureAwait(false);
            var versions = found.Select(one => this.Server.Registry.Get(one.Id)).OfType<StoredVersion>().Where(one => one.State == ToolState.Approved && !one.Name.Equals(tool.Name, StringComparison.OrdinalIgnoreCase)).ToArray();
            return versions.Length == 0 ? null : (await this.Server.Reuse.TryAsync(caller, "make_tool", versions, samples, endsEarly: true, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.IsWhole);
        }
        catch (Exception e) when (e is BusyException or RegistryException)
        {
            // It is advice: the tool is made without it.
            return null;
        }
    }

    private static void Reused(Utf8JsonWriter json, TriedTool<StoredVersion> reused)
    {
        json.WriteStartObject("reuse");
        json.WriteString("name", reused.Tool.Name);
        json.WriteString("version", reused.Tool.Version);
        json.WriteNumber("passed", reused.Run!.Passed);
        json.WriteString("why", "approved, and passes all samples of yours: call it instead, unless yours does more; then add a sample that it fails.");
        json.WriteEndObject();
    }

    /// <summary>The refusal where the tool may do more than a session may, and nobody said yes; null: it may.</summary>
    private async Task<CallToolResult?> BeyondAsync(FixedRequest request, ForgedTool tool, CancellationToken cancellationToken)
    {
        var (asked, refused) = this.Server.Policy.Beyond(tool.Generated!.Capabilities);
        if (refused.Count > 0)
        {
            return await this.Server.RefuseAsync(
                request.Caller,
                "make_tool",
                $"a tool that nobody approved may not {string.Join(", ", refused)} here. Write it without, or ask the server's owner to add to toolgen.json {{\"session\": {{\"allow\": [{string.Join(", ", refused.Select(JsonWriter.Quote))}]}}}}",
                cancellationToken).ConfigureAwait(false);
        }

        if (asked.Count == 0) return null;
        var lines = string.Join(", ", asked.Select(one => one.Text));
        if (!SessionQuestion.IsPossible(request.Context))
            return await this.Server.RefuseAsync(request.Caller, "make_tool", $"a person has to allow {lines} for this session, and this client can't ask one (elicitation). Write the tool without", cancellationToken).ConfigureAwait(false);
        switch (SessionQuestion.Answered(request.Context))
        {
            case null:
                throw SessionQuestion.Ask(tool.Name, asked);
            case false:
                return await this.Server.RefuseAsync(request.Caller, "make_tool", $"a person said no to {lines}. Write the tool without", cancellationToken).ConfigureAwait(false);
            default:
                await this.Server.RecordAsync("allowed", request.Caller, [("tool", tool.Name), ("spec", tool.SpecHash!), ("capabilities", lines)], cancellationToken).ConfigureAwait(false);
                return null;
        }
    }
}
