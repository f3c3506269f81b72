using System.Collections.Generic;
using System.Threading;
using ToolGen.Specification.Json;
using ToolGen.Testing.Replay;

namespace ToolGen.Testing.Expectations;

/// <summary>What a sample wants to see of the world after the run.</summary>
internal static class Seen
{
    /// <summary>What is not as the sample says, in the order of requests, tools, files, databases.</summary>
    public static IReadOnlyList<SampleNote> Check(JsonObject? expect, ReplayStage stage, CancellationToken cancellationToken)
    {
        if (expect is null) return [];
        var notes = new List<SampleNote>();
        notes.AddRange(ExpectedRequests.Check(expect["requests"], stage.State.Requests));
        notes.AddRange(ExpectedCalls.Check(expect["tools"], stage.State.Calls));
        if (stage.Folders is { } folders) notes.AddRange(ExpectedFiles.Check(expect["files"], stage.State.World.Files, folders.Changes()));
        notes.AddRange(ExpectedRows.Check(expect["sql"], stage.Databases, cancellationToken));
        return notes;
    }
}
