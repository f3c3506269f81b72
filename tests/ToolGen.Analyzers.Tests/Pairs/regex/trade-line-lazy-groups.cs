// Parses trades of a broker's export; eight lazy groups between commas are polynomial in the number of commas.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    /// <summary>A trade.</summary>
    public sealed record Trade(string Symbol, decimal Amount, decimal Price);

    public sealed class TradeTools
    {
        private static readonly Regex Line = new(@"^(.*?),(.*?),(.*?),(.*?),(.*?),(.*?),(.*?),(.*?);$", RegexOptions.Compiled);

        /// <summary>Reads the trades of an export.</summary>
        /// <param name="lines">The lines of the export.</param>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public IEnumerable<Trade> ReadTrades(string[] lines)
        {
            foreach (var line in lines)
                if (Line.Match(line) is { Success: true } m)
                    yield return new(m.Groups[2].Value, decimal.Parse(m.Groups[5].Value, CultureInfo.InvariantCulture), decimal.Parse(m.Groups[6].Value, CultureInfo.InvariantCulture));
        }
    }
}

namespace Fixed
{
    /// <summary>A trade.</summary>
    public sealed record Trade(string Symbol, decimal Amount, decimal Price);

    public sealed class TradeTools
    {
        private static readonly Regex Line = new(@"^([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),([^,]*);$", RegexOptions.Compiled);

        /// <summary>Reads the trades of an export.</summary>
        /// <param name="lines">The lines of the export.</param>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public IEnumerable<Trade> ReadTrades(string[] lines)
        {
            foreach (var line in lines)
                if (Line.Match(line) is { Success: true } m)
                    yield return new(m.Groups[2].Value, decimal.Parse(m.Groups[5].Value, CultureInfo.InvariantCulture), decimal.Parse(m.Groups[6].Value, CultureInfo.InvariantCulture));
        }
    }
}
