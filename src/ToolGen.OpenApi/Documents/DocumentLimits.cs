namespace ToolGen.OpenApi.Documents;

/// <summary>What a document may cost: it is written by a stranger.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of one file: the largest public documents have about 12 MB as JSON.</summary>
    public const int FileBytes = 48 << 20;

    /// <summary>Bytes of all files together.</summary>
    public const int AllBytes = 64 << 20;

    public const int Files = 500;

    /// <summary>Arrays and objects inside each other.</summary>
    public const int Depth = 128;

    /// <summary>Values of one YAML file with each alias counted as what it stands for.</summary>
    public const long YamlValues = 5_000_000;

    /// <summary>References that lead to references.</summary>
    public const int ReferenceChain = 50;

    /// <summary>Operations of a document; real ones have up to 20,000.</summary>
    public const int Operations = 50_000;
}
