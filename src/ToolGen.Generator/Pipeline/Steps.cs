namespace ToolGen.Generator.Pipeline;

/// <summary>The names of the generator's steps, by which a test or a measurement sees what ran again.</summary>
public static class Steps
{
    public const string Settings = nameof(Settings);

    public const string Kinds = nameof(Kinds);

    public const string Tool = nameof(Tool);

    public const string Method = nameof(Method);

    public const string MethodTool = nameof(MethodTool);

    public const string Signatures = nameof(Signatures);

    public const string Linked = nameof(Linked);

    public const string Composed = nameof(Composed);

    public const string Identity = nameof(Identity);

    public const string Names = nameof(Names);

    public const string Block = nameof(Block);

    public const string File = nameof(File);

    public const string Bucket = nameof(Bucket);

    public const string Nominals = nameof(Nominals);

    public const string Catalog = nameof(Catalog);

    public const string Findings = nameof(Findings);
}
