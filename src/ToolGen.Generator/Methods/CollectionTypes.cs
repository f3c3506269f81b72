using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ToolGen.Generator.Methods;

/// <summary>The collections whose elements a schema can say.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";

    private static readonly Dictionary<string, CollectionDefinition> All = new()
    {
        [Generic + "IEnumerable<T>"] = new(null),
        [Generic + "IReadOnlyCollection<T>"] = new(null),
        [Generic + "IReadOnlyList<T>"] = new(null),
        [Generic + "ICollection<T>"] = new("global::System.Linq.Enumerable.ToList($)"),
        [Generic + "IList<T>"] = new("global::System.Linq.Enumerable.ToList($)"),
        [Generic + "List<T>"] = new("global::System.Linq.Enumerable.ToList($)"),
        [Generic + "Queue<T>"] = new("new global::System.Collections.Generic.Queue<T>($)"),
        ["System.Collections.ObjectModel.Collection<T>"] = new("new global::System.Collections.ObjectModel.Collection<T>(global::System.Linq.Enumerable.ToList($))"),
        ["System.Collections.ObjectModel.ReadOnlyCollection<T>"] = new("new global::System.Collections.ObjectModel.ReadOnlyCollection<T>(global::System.Linq.Enumerable.ToList($))"),
        [Generic + "HashSet<T>"] = new("global::System.Linq.Enumerable.ToHashSet($)", IsSet: true),
        [Generic + "ISet<T>"] = new("global::System.Linq.Enumerable.ToHashSet($)", IsSet: true),
        [Generic + "IReadOnlySet<T>"] = new("global::System.Linq.Enumerable.ToHashSet($)", IsSet: true),
        [Generic + "SortedSet<T>"] = new("new global::System.Collections.Generic.SortedSet<T>($)", IsSet: true),
        [Immutable + "ImmutableArray<T>"] = new("global::System.Collections.Immutable.ImmutableArray.CreateRange($)"),
        [Immutable + "ImmutableList<T>"] = new("global::System.Collections.Immutable.ImmutableList.CreateRange($)"),
        [Immutable + "IImmutableList<T>"] = new("global::System.Collections.Immutable.ImmutableList.CreateRange($)"),
        [Immutable + "ImmutableHashSet<T>"] = new("global::System.Collections.Immutable.ImmutableHashSet.CreateRange($)", IsSet: true),
        ["System.ReadOnlyMemory<T>"] = new("global::System.Linq.Enumerable.ToArray($)"),
        [Generic + "IReadOnlyDictionary<TKey, TValue>"] = new(null, IsDictionary: true),
        [Generic + "IDictionary<TKey, TValue>"] = new(null, IsDictionary: true),
        [Generic + "Dictionary<TKey, TValue>"] = new(null, IsDictionary: true),
        [Generic + "SortedDictionary<TKey, TValue>"] = new("new global::System.Collections.Generic.SortedDictionary<string, T>($, global::System.StringComparer.Ordinal)", IsDictionary: true),
        [Immutable + "ImmutableDictionary<TKey, TValue>"] = new("global::System.Collections.Immutable.ImmutableDictionary.CreateRange($)", IsDictionary: true),
        [Immutable + "IImmutableDictionary<TKey, TValue>"] = new("global::System.Collections.Immutable.ImmutableDictionary.CreateRange($)", IsDictionary: true),
        ["System.Collections.Frozen.FrozenDictionary<TKey, TValue>"] = new("global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary($)", IsDictionary: true),
    };

    /// <summary>How the collection is made; null where the type is none of these.</summary>
    public static CollectionDefinition? Of(INamedTypeSymbol type) =>
        All.TryGetValue(type.OriginalDefinition.ToDisplayString(), out var definition) ? definition : null;
}

/// <summary>A collection.</summary>
/// <param name="Into">See <see cref="SequenceType"/> and <see cref="DictionaryType"/>.</param>
/// <param name="IsSet">Whether each element is there once.</param>
/// <param name="IsDictionary">Whether it has keys.</param>
internal sealed record CollectionDefinition(string? Into, bool IsSet = false, bool IsDictionary = false);
