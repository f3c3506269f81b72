using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Effects;
using ToolGen.Specification.Capabilities;
using ToolGen.Testing.Replay.Data;
using ToolGen.Testing.Replay.Http;
using ToolGen.Testing.Replay.Tools;

namespace ToolGen.Testing.Replay;

/// <summary>
/// The effects of a tool in a sample: a clock that stands, random numbers from a seed or a recording, recorded answers of servers and
/// tools, files and databases that are made for the sample. What a tool's capabilities and limits refuse, they refuse here too.
/// </summary>
internal sealed class ReplayContext : ToolContext
{
    /// <summary>Lines of the log that are kept, and the length of each, in UTF-16 units.</summary>
    private const int MaxLines = 100, MaxLineLength = 2_000;

    private readonly object gate = new();
    private readonly List<string> lines = [];
    private readonly ToolCallContext inner;
    private readonly ReplayState state;

    /// <param name="inner">The guarded effects: they bring files and databases, and count and check all others.</param>
    /// <param name="state">Of the sample.</param>
    public ReplayContext(ToolCallContext inner, ReplayState state)
    {
        this.inner = inner;
        this.state = state;
        this.Data = new ReplayData(inner.Scope, state, inner.Data);
        this.Http = new ReplayHttp(inner.Scope, state);
        this.Tools = new ReplayTools(inner.Scope, state, inner.Tools);
        this.Secrets = new ReplaySecrets(inner.Scope, state);
    }

    /// <inheritdoc/>
    public override IToolHttp Http { get; }

    /// <inheritdoc/>
    public override IToolFiles Files => this.inner.Files;

    /// <inheritdoc/>
    public override IToolData Data { get; }

    /// <inheritdoc/>
    public override IToolCalls Tools { get; }

    /// <inheritdoc/>
    public override IToolSecrets Secrets { get; }

    /// <inheritdoc/>
    public override DateTimeOffset Now
    {
        get
        {
            this.inner.Scope.Use(new ClockCapability());
            this.state.Touch("/given/now");
            return this.state.World.Now;
        }
    }

    /// <inheritdoc/>
    public override Random Random
    {
        get
        {
            this.inner.Scope.Use(new RandomCapability());
            return this.state.Random;
        }
    }

    /// <summary>What the tool noted, at most 100 lines of 2,000 characters.</summary>
    public IReadOnlyList<string> Lines
    {
        get { lock (this.gate) return this.lines.ToArray(); }
    }

    /// <inheritdoc/>
    public override string Setting(string name)
    {
        if (this.state.World.Settings.TryGetValue(name, out var value))
        {
            this.state.Touch("/given/settings/" + name);
            return value ?? base.Setting(name);
        }

        this.state.Miss($"the setting {CallScope.Shown(name)}; add it to given.settings");
        return base.Setting(name);
    }

    /// <inheritdoc/>
    public override void Log(string message)
    {
        lock (this.gate)
        {
            if (this.lines.Count < MaxLines) this.lines.Add(message.Length > MaxLineLength ? message[..MaxLineLength] + "…" : message);
        }
    }
}
