namespace ToolGen.Forge.Worth;

/// <summary>What tells the code of mutants which of them is on: a class in their assembly, set by whoever runs them.</summary>
internal static class MutantSwitch
{
    /// <summary>The class; a spec can't write such a name.</summary>
    public const string ClassName = "_Mutants";

    /// <summary>The static field of type <see cref="int"/> that is set; 0: the tools as they are.</summary>
    public const string Field = "Current";

    /// <summary>What a mutant's loops may turn beside those of the tool as it is: a change can make one endless, and to wait until its time is over would cost more than all others together.</summary>
    private const string StepsTimes = "20", StepsMore = "10000";

    /// <summary>The same in a process that has not run the tool as it is; more than this the tool's own loops are not counted.</summary>
    private const string StepsUnknown = "20000000";

    /// <summary>The class as C#: a mutant asks <c>Is</c>, each turn of a loop calls <c>Step</c>.</summary>
    public const string Source = $$"""
        internal static class {{ClassName}}
        {
            internal static int {{Field}};

            private static int counted, steps, most;

            internal static bool Is(int number) => {{Field}} == number;

            internal static void Step()
            {
                if (counted != {{Field}}) (counted, steps) = ({{Field}}, 0);
                steps++;
                if (counted == 0) most = steps > most ? steps : most;
                else if (steps > (most == 0 ? {{StepsUnknown}} : most < {{StepsUnknown}} ? most * {{StepsTimes}} + {{StepsMore}} : int.MaxValue)) throw new global::System.InvalidOperationException("endless");
            }
        }
        """;
}
