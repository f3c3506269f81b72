using System.Collections.Generic;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs;

/// <summary>The kind <c>compose</c>: a graph of other tools (SPEC §5).</summary>
public sealed record ComposeImplementation(JsonObject Node) : DeclarativeImplementation(Node)
{
    public override string Kind => "compose";

    /// <summary>In written order; the order of running comes from references.</summary>
    public required IReadOnlyList<ComposeStep> Steps { get; init; }
}

/// <summary>One call of another tool.</summary>
/// <param name="Member">The step in the spec; its name is the variable that holds the result.</param>
/// <param name="Name">The variable.</param>
/// <param name="Tool">The tool's name, with <c>@</c> and a version where one is meant.</param>
public sealed record ComposeStep(JsonMember Member, string Name, JsonString Tool)
{
    /// <summary>JSON with holes; null: <c>{}</c>.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>C#: false means not run, result null.</summary>
    public SpecText? When { get; init; }

    /// <summary>A failure gives null.</summary>
    public bool Optional { get; init; }

    /// <summary>Further attempts.</summary>
    public int Retry { get; init; }

    /// <summary>C#: one call an element.</summary>
    public SpecText? Each { get; init; }

    /// <summary>Steps to wait for.</summary>
    public IReadOnlyList<JsonString> After { get; init; } = [];
}

/// <summary>A kind of the project's own; its template's schema says what its fields are.</summary>
public sealed record OwnImplementation(JsonObject Node, string OwnKind) : DeclarativeImplementation(Node)
{
    public override string Kind => this.OwnKind;
}
