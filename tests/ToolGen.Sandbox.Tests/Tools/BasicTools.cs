using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Tests.Tools;

/// <summary>Gives back what it was given.</summary>
public sealed class EchoTool : WorkerTool
{
    public static EchoTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken) => new(argument);
}

/// <summary>Clock, random numbers, a zone, a setting, the log.</summary>
public sealed class BasicTool : WorkerTool
{
    public static BasicTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        var random = context.Random;
        var bytes = new byte[9];
        random.NextBytes(bytes);
        int[] shuffled = [1, 2, 3, 4, 5, 6, 7];
        random.Shuffle(shuffled);
        context.Log("first");
        context.Log("second \u00e9\U0001f600");
        var zone = context.Zone("Europe/Berlin");
        var now = context.Now;
        return new(string.Join(
            '|', now.ToString("O", CultureInfo.InvariantCulture), random.Next(), random.Next(10), random.Next(-5, 5), random.NextInt64(), random.NextInt64(1L << 40),
            random.NextInt64(-7, 7), random.NextDouble().ToString("R", CultureInfo.InvariantCulture), random.NextSingle().ToString("R", CultureInfo.InvariantCulture),
            System.Convert.ToHexString(bytes), string.Join(',', shuffled), zone.Id, zone.GetUtcOffset(now), zone.GetUtcOffset(now.AddMonths(6)), context.Setting("region")));
    }
}

/// <summary>Never ends, whatever its token says.</summary>
public sealed class LoopTool : WorkerTool
{
    public static LoopTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        for (var i = 0L; ; i++)
            if (i < 0) return new("");
    }
}
