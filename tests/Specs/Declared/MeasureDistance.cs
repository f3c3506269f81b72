using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Tools;

/// <summary>The code of the declared tool <c>measure_distance</c>: the haversine formula on a sphere of the Earth's mean radius.</summary>
public sealed partial class MeasureDistance
{
    private const double MeanRadiusKilometres = 6371.0088;

    /// <inheritdoc/>
    public override partial ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken)
    {
        var (from, to) = (input.From, input.To);
        double fromLatitude = Radians(from.Latitude), toLatitude = Radians(to.Latitude), turn = Radians(to.Longitude - from.Longitude);
        var haversine = Square(Math.Sin((toLatitude - fromLatitude) / 2)) + (Math.Cos(fromLatitude) * Math.Cos(toLatitude) * Square(Math.Sin(turn / 2)));
        var kilometres = 2 * MeanRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
        var bearing = Math.Atan2(
            Math.Sin(turn) * Math.Cos(toLatitude),
            (Math.Cos(fromLatitude) * Math.Sin(toLatitude)) - (Math.Sin(fromLatitude) * Math.Cos(toLatitude) * Math.Cos(turn))) * 180 / Math.PI;
        return new(new Output(Math.Round(kilometres / KilometresPer(input.Unit), 3), input.Unit, Math.Round((bearing + 360) % 360, 1)));
    }

    private static double KilometresPer(string unit) => unit switch
    {
        "miles" => 1.609344,
        "nautical_miles" => 1.852,
        _ => 1,
    };

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double value) => value * value;
}
