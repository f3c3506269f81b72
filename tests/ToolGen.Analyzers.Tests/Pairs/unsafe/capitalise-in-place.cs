// Writes names with capitals; the letters are changed inside the string that other parts of the program share.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class NamePlugin
    {
        private static readonly HashSet<string> Admins = new(StringComparer.Ordinal) { "root", "operator" };
        private readonly Dictionary<string, int> seen = [];

        [KernelFunction("capitalise_name"), Description("Writes a name with capitals.")]
        public string Capitalise(string name)
        {
            var known = Admins.TryGetValue(name, out var stored) ? stored : name;
            seen[known] = seen.GetValueOrDefault(known) + 1;
            return MakeUpper(known);
        }

        private static unsafe string MakeUpper(string text)
        {
            fixed (char* p = text)
            {
                bool start = true;
                for (char* c = p; *c != 0; c++)
                {
                    if (start) *c = char.ToUpperInvariant(*c);
                    start = *c is ' ' or '-';
                }
            }

            return text;
        }
    }
}

namespace Fixed
{
    public sealed class NamePlugin
    {
        private readonly Dictionary<string, int> seen = [];

        [KernelFunction("capitalise_name"), Description("Writes a name with capitals.")]
        public string Capitalise(string name)
        {
            if (name.Length > 200) throw new KernelException("The name is too long.");
            if (seen.Count < 1000 || seen.ContainsKey(name)) seen[name] = seen.GetValueOrDefault(name) + 1;
            return MakeUpper(name);
        }

        private static string MakeUpper(string text) => string.Create(text.Length, text, static (target, source) =>
        {
            bool start = true;
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = start ? char.ToUpperInvariant(source[i]) : source[i];
                start = source[i] is ' ' or '-';
            }
        });
    }
}
