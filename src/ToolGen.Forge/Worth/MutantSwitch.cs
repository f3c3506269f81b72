namespace ToolGen.Forge.Worth;

/// <summary>What tells the code of mutants which of them is on: a class in their assembly, set by whoever runs them.</summary>
internal static class MutantSwitch
{
    /// <summary>The class; a spec can't write such a name.</summary>
    public const string ClassName = "_Mutants";

    /// <summary>The static field of type <see cref="int"/> that is set; 0: the tools as they are.</summary>
    public const string Field = "Current";

    /// <summary>The class as C#.</summary>
    public const string Source = $$"""
        internal static class {{ClassName}}
        {
            internal static int {{Field}};

            internal static bool Is(int number) => {{Field}} == number;
        }
        """;
}
