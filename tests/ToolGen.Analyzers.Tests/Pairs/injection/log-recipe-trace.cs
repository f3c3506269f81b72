// Stores a recipe and traces its title; only line feeds are taken out of the title, carriage returns and other controls stay.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    public class RecipeTools
    {
        private readonly List<(string Title, string[] Steps)> recipes = [];

        /// <summary>Saves a recipe.</summary>
        /// <param name="title">Its title.</param>
        /// <param name="steps">What is to be done, in order.</param>
        [Tool(Destructive = false)]
        public int SaveRecipe(string title, string[] steps)
        {
            if (steps is []) throw new ToolException(ToolErrorCodes.InvalidInput, "a recipe has steps");
            this.recipes.Add((title, steps));
            Trace.TraceInformation("recipe saved: " + title.Replace("\n", ""));
            return this.recipes.Count;
        }
    }
}

namespace Fixed
{
    public class RecipeTools
    {
        private readonly List<(string Title, string[] Steps)> recipes = [];

        /// <summary>Saves a recipe.</summary>
        /// <param name="title">Its title.</param>
        /// <param name="steps">What is to be done, in order.</param>
        [Tool(Destructive = false)]
        public int SaveRecipe(string title, string[] steps)
        {
            if (steps is []) throw new ToolException(ToolErrorCodes.InvalidInput, "a recipe has steps");
            this.recipes.Add((title, steps));
            Trace.TraceInformation("recipe saved: {0}", Regex.Replace(title, @"[\p{Cc}\p{Zl}\p{Zp}]+", " "));
            return this.recipes.Count;
        }
    }
}
