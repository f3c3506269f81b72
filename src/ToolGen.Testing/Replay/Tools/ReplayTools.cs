using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Json;
using ToolGen.Testing.Comparison;

namespace ToolGen.Testing.Replay.Tools;

/// <summary>
/// Other tools: one that <c>given.tools</c> names answers from there, in order, each recording once; any other really runs, in the same
/// sample's world. A call that is repeated after a recorded error, with no recording left for it, ends with that error again.
/// </summary>
internal sealed class ReplayTools(CallScope scope, ReplayState state, IToolCalls real) : IToolCalls
{
    private readonly ConcurrentDictionary<string, Recording> failed = new(StringComparer.Ordinal);
    private long asked;

    public ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, string? step = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reference = ToolReference.TryParse(tool) ?? throw new ToolException(ToolErrorCodes.NotFound, $"\"{CallScope.Shown(tool)}\" is no tool's name, such as query_sales or query_sales@^1");
        var call = new SeenCall(reference.Name, step, JsonText.Parse(arguments) ?? throw new ToolException(ToolErrorCodes.InvalidInput, $"the arguments for {reference.Name} are no JSON"));
        var recordings = state.World.Tools.Where(one => IsOf(one, reference.Name)).ToArray();
        if (recordings.Length > 0) return ValueTask.FromResult(this.Replay(call, tool, recordings));
        if (scope.Capabilities.Allows(new ToolCapability(tool)) && scope.Options.FindTool?.Invoke(reference.ToString()) is null) state.Miss($"{call}, a tool that is not among these specs; add its answer to given.tools");

        // What is refused anyway is not remembered, however often it is asked for.
        if (scope.Capabilities.Allows(new ToolCapability(tool)) && Interlocked.Increment(ref this.asked) <= scope.Limits.Tools) this.See(call);
        return real.CallAsync(tool, arguments, step, cancellationToken);
    }

    private ToolResult Replay(SeenCall call, string tool, Recording[] recordings)
    {
        scope.Use(new ToolCapability(tool));
        scope.CountTools();
        scope.Tree.Count();
        var key = $"{call.Tool} {call.Step} {JsonWriter.Canonical(call.Input)}";
        var answer = state.Take(recordings, one => Distance(one, call).Count == 0);
        if (answer is null && this.failed.TryGetValue(key, out var before)) return Result(before);
        this.See(call);
        if (answer is null)
        {
            state.Mismatch($"no recorded answer fits {call}: {Nearest(call, recordings)}");
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Unavailable, $"no recorded answer fits {call}"));
        }

        if (answer.Text("error") is not null) this.failed[key] = answer;
        return Result(answer);
    }

    // What a called tool calls in turn is its own affair.
    private void See(SeenCall call)
    {
        if (scope.Chain.Count == 1) state.See(call);
    }

    private static bool IsOf(Recording recording, string name) => string.Equals(recording.Text("tool")?.Split('@')[0], name, StringComparison.OrdinalIgnoreCase);

    private static ToolResult Result(Recording answer)
    {
        if (answer.Text("error") is not { } error) return ToolResult.Success(Encoding.UTF8.GetBytes(JsonWriter.Compact(answer.Node["output"]!)));
        var parts = error.Split(' ', 2);
        return ToolResult.Failure(new ToolError(parts[0], $"{answer.Place} records this error", parts.Length == 2 ? parts[1] : null));
    }

    private static IReadOnlyList<string> Distance(Recording recording, SeenCall call)
    {
        var differences = new List<string>();
        if (recording.Text("step") is { } step && step != call.Step) differences.Add($"step: expected {step}, got {call.Step ?? "none"}");
        if (recording.Node["input"] is { } input)
            differences.AddRange(OutputComparer.Differences(input, call.Input).Select(one => $"input {(one.Pointer.Length == 0 ? "as a whole" : one.Pointer)}: expected {one.Expected}, got {one.Actual}"));
        return differences;
    }

    private static string Nearest(SeenCall call, Recording[] recordings)
    {
        var left = recordings.Where(one => !one.IsUsed).ToArray();
        if (left.Length == 0) return $"each of the {recordings.Length} recorded answers of {call.Tool} was given before";
        var nearest = left.Select(one => (Recording: one, Differences: Distance(one, call))).MinBy(pair => pair.Differences.Count);
        return $"the nearest is {nearest.Recording.Place}, which differs in {string.Join("; ", nearest.Differences.Take(5))}";
    }
}
