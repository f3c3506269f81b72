// Greets in a language; the pack is loaded from a path that ends with the language, which may lead to any assembly.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Reflection;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class GreetingPlugin
    {
        [KernelFunction, Description("Greets a person in a language such as de or fr.")]
        public string Greet(string person, string language)
        {
            if (language.Length < 2) language = "en";
            try
            {
                var pack = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "languages", language + ".dll"));
                var greeter = pack.GetType("Greeter", throwOnError: true)!;
                return (string)greeter.GetMethod("Greet", [typeof(string)])!.Invoke(null, [person])!;
            }
            catch (Exception e) when (e is FileNotFoundException or TypeLoadException)
            {
                return $"Hello, {person}!";
            }
        }
    }
}

namespace Fixed
{
    public class GreetingPlugin
    {
        private static readonly Dictionary<string, string> Greetings = new()
        {
            ["en"] = "Hello, {0}!",
            ["de"] = "Guten Tag, {0}!",
            ["fr"] = "Bonjour, {0} !",
        };

        [KernelFunction, Description("Greets a person in a language such as de or fr.")]
        public string Greet(string person, string language)
        {
            var format = Greetings.GetValueOrDefault(language.ToLowerInvariant(), Greetings["en"]);
            return string.Format(CultureInfo.InvariantCulture, format, person);
        }
    }
}
