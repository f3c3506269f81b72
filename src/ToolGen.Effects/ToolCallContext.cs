using System;
using System.Collections.Generic;
using System.Threading;
using ToolGen.Effects.Data;
using ToolGen.Effects.Files;
using ToolGen.Effects.Tools;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects;

/// <summary>The effects of one call.</summary>
public sealed class ToolCallContext : ToolContext
{
    private readonly ToolEffects effects;
    private readonly CallScope scope;

    // Most calls ask for none of them, and none for all.
    private IToolData? data;
    private IToolFiles? files;
    private IToolHttp? http;
    private IToolSecrets? secrets;
    private IToolCalls? tools;

    internal ToolCallContext(CallScope scope, ToolEffects effects)
    {
        this.effects = effects;
        this.scope = scope;
    }

    /// <summary>What the call's effects share.</summary>
    internal CallScope Scope => this.scope;

    /// <summary>The capabilities that the call used so far, in ordinal order, secrets masked: an answer can send the next request anywhere.</summary>
    public IReadOnlyList<string> Used => this.effects.Masked(this.scope.Used);

    /// <summary>The calls of other tools that ended so far, in that order.</summary>
    public IReadOnlyList<ChildCall> Calls => this.scope.Calls;

    /// <summary>
    /// Ends the call's effects, and those of the calls that came of it, for good: requests under way stop, sessions roll back, files that are not
    /// committed never appear, and whatever asks again gets <c>canceled</c>. For a host whose tool runs on after its time.
    /// </summary>
    public void End() => this.scope.Tree.End();

    /// <inheritdoc/>
    public override IToolData Data => this.data ?? Once(ref this.data, new GuardedData(this.scope, this.effects.Databases));

    /// <inheritdoc/>
    public override IToolFiles Files => this.files ?? Once(ref this.files, new GuardedFiles(this.scope));

    /// <inheritdoc/>
    public override IToolHttp Http => this.http ?? Once(ref this.http, this.effects.HttpFor(this.scope));

    /// <inheritdoc/>
    public override IToolSecrets Secrets => this.secrets ?? Once(ref this.secrets, this.effects.SecretsFor(this.scope));

    /// <inheritdoc/>
    public override IToolCalls Tools => this.tools ?? Once(ref this.tools, new GuardedCalls(this.scope, this.effects));

    /// <inheritdoc/>
    public override DateTimeOffset Now
    {
        get
        {
            this.scope.Use(new ClockCapability());
            return this.scope.Options.Time.GetUtcNow();
        }
    }

    /// <inheritdoc/>
    public override Random Random
    {
        get
        {
            this.scope.Use(new RandomCapability());
            return Random.Shared;
        }
    }

    /// <inheritdoc/>
    public override IServiceProvider? Services => this.scope.Options.Services;

    /// <inheritdoc/>
    public override string Setting(string name) => this.scope.Grants.Settings.TryGetValue(name, out var value) ? value : base.Setting(name);

    /// <inheritdoc/>
    public override void Log(string message) => this.scope.Log(message);

    // One for the whole call, whoever asks first: each counts what it has open.
    private static T Once<T>(ref T? kept, T made)
        where T : class => Interlocked.CompareExchange(ref kept, made, null) ?? made;
}
