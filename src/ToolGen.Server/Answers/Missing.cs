namespace ToolGen.Server.Answers;

/// <summary>What a caller reads of a tool that is not there for it, and what to do next.</summary>
internal static class Missing
{
    /// <summary>Of a handle.</summary>
    public const string Handle = "there is no session tool of yours with this handle: it expired, or was never yours. make_tool makes it again and gives another handle";

    /// <summary>Of a name.</summary>
    public static string Name(string name) =>
        $"there is no approved tool {ShortText.Of(name, 100)}: find_tools finds by need; a tool that you made is called by its handle; where nothing fits, spec_guide says how to make one";

    /// <summary>Of what may be a name or a handle.</summary>
    public static string Either(string reference) => $"there is no approved tool {ShortText.Of(reference, 100)}, and none of yours with this handle: find_tools finds by need";
}
