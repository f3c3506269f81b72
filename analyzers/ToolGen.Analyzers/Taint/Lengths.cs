namespace ToolGen.Analyzers.Taint;

/// <summary>What a text of at most so many characters can no longer do.</summary>
internal static class Lengths
{
    /// <summary>The square of it is still soon counted.</summary>
    private const int Squared = 10_000;

    /// <summary>As many doublings are still soon counted.</summary>
    private const int Doubled = 24;

    public static Danger Cleared(long most) => Danger.Length | (most <= Squared ? Danger.Backtracking : Danger.None) | (most <= Doubled ? Danger.Exploding : Danger.None);

    /// <param name="most">A constant; anything else is a bound that is not known.</param>
    public static Danger Cleared(object? most) => most switch
    {
        int number => Cleared((long)number),
        long number => Cleared(number),
        _ => Danger.Length | Danger.Backtracking,
    };
}
