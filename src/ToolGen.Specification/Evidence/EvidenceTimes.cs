using System;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Evidence;

/// <summary>How long the route of one tool took, apart from its evidence: it differs from run to run. Milliseconds.</summary>
/// <param name="Evidence">The id of the evidence.</param>
/// <param name="Stations">Wall time a station; of what is done for many tools at once, this one's share.</param>
/// <param name="Samples">Wall time a sample, in the order of <see cref="ToolEvidence.Samples"/>.</param>
public sealed record EvidenceTimes(string Evidence, EquatableArray<StationTime> Stations, EquatableArray<double> Samples)
{
    /// <summary>All stations.</summary>
    public double Total => this.Stations.Sum(station => station.Milliseconds);

    /// <summary>As JSON, on one line.</summary>
    public string Text => JsonWriter.Compact(JsonMake.Object(
        JsonMake.Member("evidence", JsonMake.Text(this.Evidence)),
        JsonMake.Member("stations", JsonMake.Object(this.Stations.Select(one => JsonMake.Member(one.Station, Number(one.Milliseconds))))),
        JsonMake.Member("samples", JsonMake.Array(this.Samples.Select(Number))),
        JsonMake.Member("total", Number(this.Total))));

    private static JsonNode Number(double milliseconds) => new JsonNumber(Math.Round(milliseconds, 2).ToString("0.##", CultureInfo.InvariantCulture), default);
}

/// <summary>The time of one station.</summary>
/// <param name="Station">Such as <c>compile</c>.</param>
/// <param name="Milliseconds">Wall time.</param>
public sealed record StationTime(string Station, double Milliseconds);
