using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>How much of what strangers write is read.</summary>
internal static class Bounds
{
    /// <summary>Parameters of a tool.</summary>
    public const int Parameters = 200;

    /// <summary>Requests that are kept for a tool, its own and those that were added; the first ones stay.</summary>
    public const int Asks = 50;

    /// <summary>Characters of one request.</summary>
    public const int Ask = 500;

    /// <summary>Characters of what somebody looks for.</summary>
    public const int Query = 4_000;

    /// <summary>Different words of what somebody looks for.</summary>
    public const int QueryWords = 64;

    /// <summary>Tools in one index: distances of postings have 28 bits.</summary>
    public const int Tools = 10_000_000;

    /// <summary>Characters of one text of a field.</summary>
    public static int Text(ToolField field) => field switch
    {
        ToolField.Name => 200,
        ToolField.Title => 500,
        ToolField.Parameters => 2_000,
        ToolField.Asks => Ask,
        _ => 20_000,
    };
}
