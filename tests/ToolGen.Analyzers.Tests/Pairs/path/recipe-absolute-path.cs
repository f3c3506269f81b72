// Reads a recipe; ".." is refused, but an absolute path makes Path.Combine forget the folder.
using System;
using System.ComponentModel;
using System.IO;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class RecipeTools
    {
        [McpServerTool(Name = "get_recipe", ReadOnly = true), Description("Returns a recipe of the cook book.")]
        public static async Task<string> GetAsync([Description("Such as soups/minestrone.txt")] string recipe)
        {
            if (string.IsNullOrWhiteSpace(recipe) || recipe.Contains(".."))
                throw new ArgumentException("Not a recipe.", nameof(recipe));
            return await File.ReadAllTextAsync(Path.Combine("cookbook", recipe));
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class RecipeTools
    {
        [McpServerTool(Name = "get_recipe", ReadOnly = true), Description("Returns a recipe of the cook book.")]
        public static async Task<string> GetAsync([Description("Such as soups/minestrone.txt")] string recipe)
        {
            var book = Path.GetFullPath("cookbook");
            var file = Path.GetFullPath(recipe, book);
            var relative = Path.GetRelativePath(book, file);
            if (relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(relative))
                throw new ArgumentException("Not a recipe.", nameof(recipe));
            return await File.ReadAllTextAsync(file);
        }
    }
}
