using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Testing.Replay.Http;
using ToolGen.Testing.Replay.Tools;

namespace ToolGen.Testing.Replay;

/// <summary>What one sample's tool, and the tools that it calls, see and leave behind. Thread-safe: steps run side by side.</summary>
internal sealed class ReplayState(ReplayWorld world)
{
    private readonly object gate = new();
    private readonly List<SeenRequest> requests = [];
    private readonly List<SeenCall> calls = [];
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private Random? random;

    public ReplayWorld World { get; } = world;

    /// <summary>The first effect that has no recording at all, as a sentence: the sample is neither pass nor failure.</summary>
    public string? Missing { get; private set; }

    /// <summary>The first effect that none of the recordings fits, with the nearest one: the sample fails.</summary>
    public string? Unmatched { get; private set; }

    /// <summary>Every request of the tool and of those it called, in order.</summary>
    public IReadOnlyList<SeenRequest> Requests
    {
        get { lock (this.gate) return this.requests.ToArray(); }
    }

    /// <summary>Every call that the tool itself made of another, in order.</summary>
    public IReadOnlyList<SeenCall> Calls
    {
        get { lock (this.gate) return this.calls.ToArray(); }
    }

    /// <summary>Draws run on from tool to tool.</summary>
    public Random Random
    {
        get
        {
            this.Touch("/given/random");
            lock (this.gate) return this.random ??= ReplayRandom.From(this.World.Random, this.Miss);
        }
    }

    /// <summary>Takes one recorded answer away, in order and each once.</summary>
    /// <param name="recordings">In written order.</param>
    /// <param name="fits">Whether one answers what is asked.</param>
    /// <returns>Null: none that is left fits.</returns>
    public Recording? Take(IReadOnlyList<Recording> recordings, Func<Recording, bool> fits)
    {
        lock (this.gate)
        {
            var taken = recordings.FirstOrDefault(one => !one.IsUsed && fits(one));
            taken?.IsUsed = true;
            return taken;
        }
    }

    public void See(SeenRequest request)
    {
        lock (this.gate) this.requests.Add(request);
    }

    public void See(SeenCall call)
    {
        lock (this.gate) this.calls.Add(call);
    }

    /// <summary>Notes that a part of <c>given</c> was looked at, one that is there.</summary>
    /// <param name="pointer">JSON Pointer into a sample.</param>
    public void Touch(string pointer)
    {
        lock (this.gate) this.touched.Add(pointer);
    }

    public void Miss(string effect)
    {
        lock (this.gate) this.Missing ??= "no recording: " + effect;
    }

    public void Mismatch(string what)
    {
        lock (this.gate) this.Unmatched ??= what;
    }

    /// <summary>The parts of the sample's own <c>given</c> that nothing asked for, as JSON Pointers into the sample, in written order.</summary>
    public IReadOnlyList<string> Unused(JsonObject? given)
    {
        if (given is null) return [];
        lock (this.gate)
        {
            var unused = (this.World.Http ?? []).Concat(this.World.Tools).Where(one => !one.IsUsed && one.Pointer is not null).Select(one => one.Pointer!).ToList();
            foreach (var name in new[] { "secrets", "settings" })
                if (given[name] is JsonObject members) unused.AddRange(members.Members.Select(member => $"/given/{name}/{member.Name}").Where(pointer => !this.touched.Contains(pointer)));
            foreach (var name in new[] { "now", "random" })
                if (given[name] is not null && !this.touched.Contains("/given/" + name)) unused.Add("/given/" + name);
            return unused;
        }
    }
}
