using System;
using System.Collections.Generic;

namespace ToolGen;

/// <summary>A property that may be absent, for one that may also be <c>null</c>: the two differ.</summary>
/// <typeparam name="T">The value's type; nullable.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    /// <summary>A property that is there.</summary>
    public Optional(T value)
    {
        this.Value = value;
        this.IsSet = true;
    }

    /// <summary>Whether the property is there.</summary>
    public bool IsSet { get; }

    /// <summary>The value; <c>default</c> where the property is absent.</summary>
    public T? Value { get; }

    /// <summary>A property that is there.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => this.IsSet == other.IsSet && EqualityComparer<T?>.Default.Equals(this.Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && this.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(this.IsSet, this.Value);

    /// <inheritdoc/>
    public override string ToString() => this.IsSet ? this.Value?.ToString() ?? "null" : "absent";
}
