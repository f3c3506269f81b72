// Looks up a phrase in a language's JSON file; the language is part of the file's path.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class PhraseBook
    {
        public static readonly AIFunction Function = AIFunctionFactory.Create(Phrases, "phrases", "All phrases of a language.");

        private static Dictionary<string, string> Phrases(string language)
        {
            var file = Path.Combine(AppContext.BaseDirectory, "phrases", language, "common.json");
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        }
    }
}

namespace Fixed
{
    public static class PhraseBook
    {
        private static readonly FrozenSet<string> Languages = FrozenSet.ToFrozenSet(["de", "en", "fr", "it", "pt-BR"], StringComparer.Ordinal);

        public static readonly AIFunction Function = AIFunctionFactory.Create(Phrases, "phrases", "All phrases of a language.");

        private static Dictionary<string, string> Phrases(string language)
        {
            if (!Languages.TryGetValue(language, out var known)) throw new ArgumentException("Languages: " + string.Join(", ", Languages.Items));
            var file = Path.Combine(AppContext.BaseDirectory, "phrases", known, "common.json");
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        }
    }
}
