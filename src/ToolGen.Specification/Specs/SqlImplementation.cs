using System.Collections.Generic;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Specs;

/// <summary>The kind <c>sql</c>: one statement whose holes are parameters (SPEC §5).</summary>
public sealed record SqlImplementation(JsonObject Node) : DeclarativeImplementation(Node)
{
    public override string Kind => "sql";

    /// <summary>A granted database's name.</summary>
    public required JsonString Database { get; init; }

    /// <summary>The statement's pieces in order; one where it is a plain text.</summary>
    public required IReadOnlyList<SqlPiece> Pieces { get; init; }

    /// <summary>Runs in a transaction that may write.</summary>
    public bool Writes { get; init; }

    /// <summary>The output property that takes the number of rows without the pieces that order and cut; null: none.</summary>
    public JsonString? Count { get; init; }

    /// <summary>Types of columns where they differ from the output's; null: none do.</summary>
    public SchemaPlan? Record { get; init; }
}

/// <summary>A piece of a statement.</summary>
/// <param name="Node">The string or object in the spec.</param>
public abstract record SqlPiece(JsonNode Node)
{
    /// <summary>Left out when rows are counted.</summary>
    public bool IsPage { get; init; }
}

/// <summary>A piece that always stands.</summary>
public sealed record SqlTextPiece(JsonNode Node, HoleText Text) : SqlPiece(Node);

/// <summary>A piece that stands where an input or <c>let</c> is not null (and, if boolean, true).</summary>
public sealed record SqlIfPiece(JsonNode Node, JsonString Condition, HoleText Text) : SqlPiece(Node);

/// <summary>The piece that the value of an input or <c>let</c> names.</summary>
public sealed record SqlChoicePiece(JsonNode Node, JsonString Choice, IReadOnlyList<SqlChoice> Choices) : SqlPiece(Node);

/// <summary>One value and its piece.</summary>
public sealed record SqlChoice(JsonMember Member, HoleText Text);
