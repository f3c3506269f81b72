// Lists places inside a bounding box; its four numbers are parsed, but the text that came in is used.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Npgsql;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class PlaceTools(NpgsqlDataSource source)
    {
        [McpServerTool(Name = "places_in_box"), Description("Lists places inside a box: minLon,minLat,maxLon,maxLat.")]
        public async Task<List<string>> PlacesInBox(string box, string srid = "4326")
        {
            var numbers = box.Split(',').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToArray();
            if (numbers.Length < 4 || numbers[0] > numbers[2] || numbers[1] > numbers[3]) throw new McpException("The box is empty.");

            await using var command = source.CreateCommand($"SELECT name FROM places WHERE geom && ST_MakeEnvelope({box}, {srid}) LIMIT 100");
            await using var reader = await command.ExecuteReaderAsync();
            var names = new List<string>();
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
            return names;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class PlaceTools(NpgsqlDataSource source)
    {
        [McpServerTool(Name = "places_in_box"), Description("Lists places inside a box: minLon,minLat,maxLon,maxLat.")]
        public async Task<List<string>> PlacesInBox(string box, int srid = 4326)
        {
            var numbers = box.Split(',').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToArray();
            if (numbers is not [var minLon, var minLat, var maxLon, var maxLat] || !numbers.All(double.IsFinite) || minLon > maxLon || minLat > maxLat)
                throw new McpException("The box is empty.");

            var envelope = FormattableString.Invariant($"ST_MakeEnvelope({minLon:R}, {minLat:R}, {maxLon:R}, {maxLat:R}, {srid})");
            await using var command = source.CreateCommand($"SELECT name FROM places WHERE geom && {envelope} LIMIT 100");
            await using var reader = await command.ExecuteReaderAsync();
            var names = new List<string>();
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
            return names;
        }
    }
}
