using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs;

/// <summary>The kind <c>file</c>: a transform over files under granted folders, which may write files (SPEC §5).</summary>
public sealed record FileImplementation(JsonObject Node) : TransformImplementation(Node)
{
    public override string Kind => "file";

    /// <summary>A granted folder's name, then a path with holes and glob signs.</summary>
    public required HoleText Read { get; init; }

    public FileWrite? Write { get; init; }
}

/// <summary>Where the rows go.</summary>
/// <param name="Node">The string or object in the spec.</param>
/// <param name="Path">A granted folder's name, then a path with holes.</param>
public sealed record FileWrite(JsonNode Node, HoleText Path)
{
    /// <summary><c>csv json jsonl lines text</c>; null: by the path's extension.</summary>
    public string? Format { get; init; }

    /// <summary>What is written for a row; null: the row.</summary>
    public ResultValue? Value { get; init; }

    /// <summary>Whether a file that is there is replaced (the default) or an error.</summary>
    public bool Replace { get; init; } = true;

    /// <summary>How many files may be written.</summary>
    public long MaxFiles { get; init; } = 1;
}
