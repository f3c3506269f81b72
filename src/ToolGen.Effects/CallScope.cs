using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using ToolGen.Effects.Tools;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects;

/// <summary>What all effects of one call share: what the tool may do, what is bound, what was used. Thread-safe.</summary>
internal sealed class CallScope(Tool tool, Grants grants, ToolEffectsOptions options, Action<string>? log, CallScope? caller = null)
{
    /// <summary>Effects that are noted of one call, and characters of each: what asks without end is not remembered without end.</summary>
    private const int MaximumNoted = 1_000, MaximumText = 1_000;

    // A descriptor is one object a tool; its lines are read once.
    private static readonly ConditionalWeakTable<ToolDescriptor, CapabilitySet> Read = [];
    private readonly List<ChildCall> calls = [];
    private readonly List<OpenCall> open = [];
    private readonly object gate = new();
    private SortedSet<string>? used, refused;
    private long http, sql, tools;

    public Tool Tool { get; } = tool;

    public ToolLimits Limits => this.Tool.Limits;

    public Grants Grants { get; } = grants;

    public ToolEffectsOptions Options { get; } = options;

    public CapabilitySet Capabilities { get; } = Read.GetValue(tool.Descriptor, static descriptor => CapabilitySet.Of(descriptor.Capabilities));

    /// <summary>The tools that called one another down to this one, the host's first.</summary>
    public IReadOnlyList<string> Chain => caller is null ? [this.Tool.Descriptor.Name] : [.. caller.Chain, this.Tool.Descriptor.Name];

    /// <summary>What all calls share that come of the host's one.</summary>
    public CallTree Tree { get; } = caller?.Tree ?? new(options);

    /// <summary>The calls of other tools: those that ended, in that order, then those that have not; what they used counts all the same.</summary>
    public IReadOnlyList<ChildCall> Calls
    {
        get { lock (this.gate) return this.calls.Count + this.open.Count == 0 ? [] : [.. this.calls, .. this.open.Select(call => call.Now(ToolErrorCodes.Canceled))]; }
    }

    /// <summary>The capabilities that were used, in ordinal order: the first 1,000, each cut after 1,000 characters.</summary>
    public IReadOnlyList<string> Used
    {
        get { lock (this.gate) return this.used?.ToArray() ?? []; }
    }

    /// <summary>The effects that were asked for and no capability covers, as <see cref="Used"/>.</summary>
    public IReadOnlyList<string> Refused
    {
        get { lock (this.gate) return this.refused?.ToArray() ?? []; }
    }

    /// <summary>Lets an effect through that the tool's capabilities cover, and notes it.</summary>
    /// <exception cref="ToolException"><c>denied</c>.</exception>
    public void Use(Capability effect)
    {
        this.Tree.RequireOpen();
        if (!this.Capabilities.Allows(effect))
        {
            this.Note(ref this.refused, effect);
            throw new ToolException(ToolErrorCodes.Denied, $"{this.Tool.Descriptor.Name} has no capability for \"{Cut(effect.Text)}\": its capabilities are {(this.Capabilities.All.Count == 0 ? "none" : string.Join(", ", this.Capabilities.All.Select(one => $"\"{one.Text}\"")))}");
        }

        this.Note(ref this.used, effect);
    }

    public void CountHttp()
    {
        this.Tree.RequireOpen();
        Count(ref this.http, this.Limits.Http, "requests", "http");
        this.Tree.CountRequest();
    }

    public void CountSql()
    {
        this.Tree.RequireOpen();
        Count(ref this.sql, this.Limits.Sql, "statements", "sql");
        this.Tree.CountStatement();
    }

    public void CountTools() => Count(ref this.tools, this.Limits.Tools, "calls of tools", "tools");

    /// <summary>Notes a call before it runs: it may never end.</summary>
    public void Begin(OpenCall call)
    {
        lock (this.gate) this.open.Add(call);
    }

    /// <summary>Notes its end.</summary>
    public void End(OpenCall call, string? error)
    {
        lock (this.gate)
        {
            this.open.Remove(call);
            this.calls.Add(call.Now(error));
        }
    }

    public void Log(string message) => log?.Invoke(message);

    /// <summary>A context's log of a call below this one: the host's own.</summary>
    public Action<string>? Logger => log;

    /// <summary>Text of a tool for a message: short.</summary>
    public static string Shown(string text) => text.Length <= 100 ? text : text[..(char.IsHighSurrogate(text[98]) ? 98 : 99)] + "…";

    private static string Cut(string text) => text.Length <= MaximumText ? text : text[..(char.IsHighSurrogate(text[MaximumText - 2]) ? MaximumText - 2 : MaximumText - 1)] + "…";

    private void Note(ref SortedSet<string>? set, Capability effect)
    {
        lock (this.gate)
        {
            set ??= new(StringComparer.Ordinal);
            if (set.Count < MaximumNoted) set.Add(Cut(effect.Text));
        }
    }

    private static void Count(ref long count, long limit, string what, string name)
    {
        if (Interlocked.Increment(ref count) > limit) throw new ToolException(ToolErrorCodes.Limit, $"more than {limit} {what} in one call; raise limits.{name} or ask for less");
    }
}
