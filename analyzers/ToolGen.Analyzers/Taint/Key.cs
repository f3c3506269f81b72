using System;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Taint;

/// <summary>A place that holds a value while a body runs: a variable (its symbol), an intermediate (its capture id), or a field of what an atom stands for.</summary>
internal readonly struct Key(object head, string? field = null) : IEquatable<Key>
{
    public object Head { get; } = head;

    public string? Field { get; } = field;

    public bool Equals(Key other) => this.Field == other.Field && this.Head.Equals(other.Head);

    public override bool Equals(object? obj) => obj is Key other && this.Equals(other);

    public override int GetHashCode() => (this.Head.GetHashCode() * 31) + (this.Field is null ? 0 : StringComparer.Ordinal.GetHashCode(this.Field));
}

/// <summary>What is known of a place once a check was passed.</summary>
/// <param name="Key">The place.</param>
/// <param name="Cleared">What it can no longer do.</param>
/// <param name="Elements">Said of what it holds, not of itself.</param>
/// <param name="Allowed">The characters that it can still be, or be made of; null: any.</param>
internal readonly record struct Fact(Key Key, Danger Cleared, bool Elements = false, CodePointSet? Allowed = null)
{
    /// <summary>What its text ends with; null: not said.</summary>
    public string? Ends { get; init; }
}
