using System.Collections.Immutable;

namespace ToolGen.Analyzers.Rules;

/// <summary>What a rule tells its fix beside the place; the fixes read the same names.</summary>
internal static class FixHints
{
    /// <summary>The token to pass on, as it is written there.</summary>
    public const string Token = "token";

    /// <summary>The ToolContext at hand, by its name.</summary>
    public const string Context = "context";

    /// <summary>That nothing outside of its type can write a field.</summary>
    public const string Closed = "closed";

    public static ImmutableDictionary<string, string?> Of(string name, string? value) =>
        value is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(name, value);
}
