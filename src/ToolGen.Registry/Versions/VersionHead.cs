namespace ToolGen.Registry;

/// <summary>A version as its tables name it: enough to keep an index or a list; <see cref="IToolRegistry.Get"/> holds it against the log before it is used.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The tool's name.</param>
/// <param name="Version">Its number.</param>
/// <param name="State">Its state, of which nothing was verified.</param>
/// <param name="Changed">The newest record about it.</param>
/// <param name="HasTexts">Whether its texts are there; those of expired sessions are removed.</param>
public sealed record VersionHead(string Id, string Name, string Version, ToolState State, long Changed, bool HasTexts);
