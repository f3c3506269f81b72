// Imports a playlist; the entries are declared as objects, and each may name its class.
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using ToolGen;

namespace Vulnerable
{
    [JsonObject(MemberSerialization.OptIn)]
    public sealed class Playlist
    {
        [JsonProperty("name")]
        public string Name { get; set; } = "";

        [JsonProperty("entries", ItemTypeNameHandling = TypeNameHandling.Auto)]
        public List<object> Entries { get; } = [];
    }

    public static class PlaylistTools
    {
        /// <summary>Imports a playlist and tells how long it is.</summary>
        [Tool(Name = "import_playlist")]
        public static string Import(string json, ToolContext context)
        {
            if (json.Length > 100_000) throw new ToolException(ToolErrorCodes.InvalidInput, "a playlist has at most 100,000 characters");
            var list = new Playlist();
            JsonConvert.PopulateObject(json, list);
            context.Log($"imported at {context.Now:O}");
            return $"{list.Name}: {list.Entries.Count} entries";
        }
    }
}

namespace Fixed
{
    public sealed record Track(string Title, int Seconds);

    [JsonObject(MemberSerialization.OptIn)]
    public sealed class Playlist
    {
        [JsonProperty("name")]
        public string Name { get; set; } = "";

        [JsonProperty("entries", ItemTypeNameHandling = TypeNameHandling.None)]
        public List<Track> Entries { get; } = [];
    }

    public static class PlaylistTools
    {
        /// <summary>Imports a playlist and tells how long it is.</summary>
        [Tool(Name = "import_playlist")]
        public static string Import(string json, ToolContext context)
        {
            if (json.Length > 100_000) throw new ToolException(ToolErrorCodes.InvalidInput, "a playlist has at most 100,000 characters");
            var list = new Playlist();
            JsonConvert.PopulateObject(json, list);
            context.Log($"imported at {context.Now:O}");
            return $"{list.Name}: {list.Entries.Sum(track => track.Seconds)} seconds";
        }
    }
}
