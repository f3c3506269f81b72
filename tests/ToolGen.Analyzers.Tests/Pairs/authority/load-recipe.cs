// Loads a recipe; where the granted folder has none, the tool falls back to the disk of the machine.
using System;
using System.IO;
using System.Text.Json;
using ToolGen;

namespace Vulnerable
{
    public sealed record Recipe(string Title, string[] Steps);

    public static class RecipeTools
    {
        /// <summary>A recipe by its name.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read recipes/*"])]
        public static Recipe LoadRecipe(string name, ToolContext context)
        {
            Stream stream;
            try
            {
                stream = context.Files.OpenRead($"recipes/{name}.json");
            }
            catch (ToolException)
            {
                stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "recipes", name + ".json"));
            }

            using (stream) return JsonSerializer.Deserialize<Recipe>(stream) ?? throw new ToolException(ToolErrorCodes.BadData, "the recipe is empty");
        }
    }
}

namespace Fixed
{
    public sealed record Recipe(string Title, string[] Steps);

    public static class RecipeTools
    {
        private static readonly Recipe None = new("(unknown)", []);

        /// <summary>A recipe by its name.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read recipes/*"])]
        public static Recipe LoadRecipe(string name, ToolContext context)
        {
            try
            {
                using var stream = context.Files.OpenRead($"recipes/{name}.json");
                return JsonSerializer.Deserialize<Recipe>(stream) ?? None;
            }
            catch (ToolException e) when (e.Code == ToolErrorCodes.NotFound)
            {
                return None;
            }
        }
    }
}
