using System;
using System.Collections.Generic;
using ToolGen.Effects;
using ToolGen.Forge.Packages;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Hosting;
using ToolGen.Specification;

namespace ToolGen.Server;

/// <summary>How a server makes and runs tools.</summary>
public sealed record ToolServerOptions
{
    /// <summary>What the logical names of specs are bound to, and what a tool may do before a person approved it (<c>session</c>).</summary>
    public Grants Grants { get; init; } = Grants.None;

    /// <summary>The project's own kinds; from the host alone.</summary>
    public EquatableArray<OwnKindDefinition> Kinds { get; init; }

    /// <summary>The packages that C# of specs may call.</summary>
    public PackageShelf Packages { get; init; } = PackageShelf.Empty;

    /// <summary>Which callers may call what; empty: every tool that is approved.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    /// <summary>How many approved tools stand in the list of tools beside the fixed ones. Default 20; 0: none, they are found and called by name all the same.</summary>
    public int Promote { get; init; } = 20;

    /// <summary>How long a session tool lives. Default one hour; at most one day.</summary>
    public TimeSpan SessionTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Session tools that one caller has at a time; one more ends the one that was not called for longest. Default 50.</summary>
    public int SessionTools { get; init; } = 50;

    /// <summary>Session tools of all callers together. Default 2,000; more are refused until some expire.</summary>
    public int AllSessionTools { get; init; } = 2_000;

    /// <summary>Bytes of a spec, of the C# beside it, and of its held-out samples, each. Default 256 KiB.</summary>
    public int MaximumSpecBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of an answer of a tool that are passed on. Default 1 MiB.</summary>
    public int MaximumAnswerBytes { get; init; } = 1024 * 1024;

    /// <summary>Calls that run at a time. Default 32 a processor; as many again wait, more are refused.</summary>
    public int Calls { get; init; } = 32 * Environment.ProcessorCount;

    /// <summary>Calls of one caller that run at a time, and as many again that wait. Unless given, a quarter of <see cref="Calls"/>; a process that is the only caller has all of them.</summary>
    public int? CallsOfOne { get; init; }

    /// <summary>Specs that are checked or made at a time: the compiler takes a processor. Default one a processor; 16 more a processor wait, more are refused.</summary>
    public int Makes { get; init; } = Environment.ProcessorCount;

    /// <summary>Specs of one caller that are checked or made at a time; eight more wait. Unless given, half of <see cref="Makes"/>, at least one; a process that is the only caller has all of them.</summary>
    public int? MakesOfOne { get; init; }

    /// <summary>Tools that one caller makes in an hour, over HTTP. Default 600: one each six seconds, and 600 at once.</summary>
    public int MakesAnHour { get; init; } = 600;

    /// <summary>Tools that one caller proposes in an hour, over HTTP: a person reads each. Default 60.</summary>
    public int ProposalsAnHour { get; init; } = 60;

    /// <summary>Refusals and reports of one caller that are recorded in an hour, over HTTP; who has more is turned away, unrecorded, until one comes back. Default 600.</summary>
    public int RefusalsAnHour { get; init; } = 600;

    /// <summary>What making a tool may take, its samples included. Default one minute.</summary>
    public TimeSpan MakeTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>So many faults of its own among its last calls (<see cref="QuarantineCalls"/>) take an approved version back until a person approves it again. Default 5; 0: never.</summary>
    public int QuarantineFaults { get; init; } = 5;

    /// <summary>How many the last calls are that faults are counted among. Default 20.</summary>
    public int QuarantineCalls { get; init; } = 20;

    /// <summary>What running a caller's samples on the tools that were found may take, all of them together. Default ten seconds.</summary>
    public TimeSpan SampleTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Tools that are kept compiled, session tools not among them. Default 200: the one that was not called for longest is forged anew when it is called again.</summary>
    public int Compiled { get; init; } = 200;

    /// <summary>How long a client may keep the list of tools before it asks again (<c>ttlMs</c>). Default half a minute.</summary>
    public TimeSpan ListTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the registry is looked at for changes of the list. Default one second.</summary>
    public TimeSpan ListInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether a need that <c>find_tools</c> answered becomes a request that a tool is found by, where its caller then calls the tool and it answers. Default no: a need can hold what is personal, and stays in the index.</summary>
    public bool Learns { get; init; }

    /// <summary>Takes what is for the people who run the server; null: nobody does. Never standard output, which is the protocol's.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
