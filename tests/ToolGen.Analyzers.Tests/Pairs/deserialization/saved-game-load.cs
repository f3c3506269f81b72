// Loads a saved game that players share; the file names the classes of what the hero carries.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json;
using ToolGen;

namespace Vulnerable
{
    public sealed record SavedGame(string Hero, int Level, IList<object> Bag);

    public sealed class GameTools
    {
        /// <summary>Loads the game of a slot.</summary>
        /// <param name="slot">1 to 9.</param>
        [Tool(Name = "load_game", ReadOnly = true, Capabilities = ["read saves/*"])]
        public string LoadGame([System.ComponentModel.DataAnnotations.Range(1, 9)] int slot, ToolContext context)
        {
            using var text = new StreamReader(context.Files.OpenRead($"saves/slot{slot}.json"));
            using var json = new JsonTextReader(text);
            var serializer = JsonSerializer.Create(Settings());
            var game = serializer.Deserialize<SavedGame>(json);
            return game is null ? "empty" : $"{game.Hero}, level {game.Level}, {game.Bag.Count} things";
        }

        private static JsonSerializerSettings Settings() => new()
        {
            TypeNameHandling = TypeNameHandling.Objects,
            TypeNameAssemblyFormatHandling = TypeNameAssemblyFormatHandling.Simple,
            PreserveReferencesHandling = PreserveReferencesHandling.Objects,
        };
    }
}

namespace Fixed
{
    public sealed record Thing(string Name, int Weight, string[] Effects);

    public sealed record SavedGame(string Hero, int Level, IList<Thing> Bag);

    public sealed class GameTools
    {
        /// <summary>Loads the game of a slot.</summary>
        /// <param name="slot">1 to 9.</param>
        [Tool(Name = "load_game", ReadOnly = true, Capabilities = ["read saves/*"])]
        public string LoadGame([System.ComponentModel.DataAnnotations.Range(1, 9)] int slot, ToolContext context)
        {
            using var file = context.Files.OpenRead($"saves/slot{slot}.json");
            var game = System.Text.Json.JsonSerializer.Deserialize<SavedGame>(file);
            return game is null ? "empty" : $"{game.Hero}, level {game.Level}, {game.Bag.Count} things";
        }
    }
}
