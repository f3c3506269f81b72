using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Templates.Chat;

/// <summary>A model's service on loopback: answers as a script says, in the words of a provider, and keeps what it was asked.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    public const string Secret = "sk-of-this-test-alone";

    private readonly LoopbackServer server;
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int answers;

    /// <param name="wire">The words.</param>
    /// <param name="turns">One an answer; where there is none left, none comes.</param>
    public ScriptedModel(Wire wire, params Turn[] turns)
    {
        this.Wire = wire;
        this.server = new(async _ =>
        {
            this.asked.TrySetResult();
            var number = Interlocked.Increment(ref this.answers);
            if (number > turns.Length) await Task.Delay(Timeout.Infinite);
            return new Reply(200, wire.Answer(turns[number - 1], number), ("Content-Type", "text/event-stream"));
        });
    }

    /// <param name="wire">The words.</param>
    /// <param name="refusal">What every request is answered with.</param>
    public ScriptedModel(Wire wire, Reply refusal)
    {
        this.Wire = wire;
        this.server = new(_ => refusal);
    }

    public Wire Wire { get; }

    /// <summary>Where it is, as an agent is told.</summary>
    public string Address => $"http://{this.server.Address}{this.Wire.Base}";

    /// <summary>Ends with the first question.</summary>
    public Task Asked => this.asked.Task;

    public IReadOnlyList<SeenRequest> Seen => this.server.Seen;

    public IReadOnlyList<JsonNode> Requests => [.. this.server.Seen.Select(request => JsonNode.Parse(request.Text)!)];

    public ValueTask DisposeAsync() => this.server.DisposeAsync();
}
