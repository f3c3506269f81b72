using System;
using System.Collections.Generic;
using ToolGen.Effects;

namespace ToolGen.Hosting;

/// <summary>What an application brings of its own to a host.</summary>
public sealed record ToolHostParts
{
    /// <summary>Decides; null: <see cref="ToolHostOptions.Rules"/>.</summary>
    public IToolPolicy? Policy { get; init; }

    /// <summary>Asks a person; null: what wants asking is denied.</summary>
    public IToolApproval? Approval { get; init; }

    /// <summary>Where tools run, asked in order and before this process, which takes what is compiled in; none: everything else is refused.</summary>
    public IReadOnlyList<IToolPlace> Places { get; init; } = [];

    /// <summary>Keeps records; null: <see cref="ToolHostOptions.Records"/>. The host closes it with itself where it can be closed.</summary>
    public ICallRecorder? Recorder { get; init; }

    /// <summary>What effects are made with.</summary>
    public ToolEffectsOptions? Effects { get; init; }

    /// <summary>Takes what tools note and why calls failed inside, for the people who run the host; null: nobody does.</summary>
    public Action<string>? Log { get; init; }
}
