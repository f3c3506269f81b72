// Expands queries by synonyms; the dictionary is immutable, the static field that holds it is exchanged by every caller.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class SynonymPlugin
    {
        private static ImmutableDictionary<string, string> synonyms = ImmutableDictionary<string, string>.Empty.Add("tv", "television").Add("fridge", "refrigerator");

        [KernelFunction("add_synonym"), Description("Adds a synonym for searches.")]
        public void Add(string word, string synonym) => ImmutableInterlocked.AddOrUpdate(ref synonyms, word, synonym, (_, _) => synonym);

        [KernelFunction("expand_query"), Description("Adds synonyms to the words of a query.")]
        public string Expand(string query) =>
            string.Join(' ', query.Split(' ').SelectMany<string, string>(w => synonyms.TryGetValue(w, out var s) ? [w, s] : [w]));
    }
}

namespace Fixed
{
    public sealed class SynonymPlugin
    {
        private static readonly FrozenDictionary<string, string> Synonyms =
            new Dictionary<string, string> { ["tv"] = "television", ["fridge"] = "refrigerator" }.ToFrozenDictionary(StringComparer.Ordinal);

        [KernelFunction("expand_query"), Description("Adds synonyms to the words of a query, own ones first.")]
        public string Expand(string query, Dictionary<string, string>? own = null) =>
            string.Join(' ', query.Split(' ').SelectMany<string, string>(w => Find(w, own) is { } s ? [w, s] : [w]));

        private static string? Find(string word, Dictionary<string, string>? own) =>
            own is not null && own.TryGetValue(word, out var mine) ? mine : Synonyms.GetValueOrDefault(word);
    }
}
