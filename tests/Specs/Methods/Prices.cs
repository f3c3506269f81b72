using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Tools.Methods;

/// <summary>Tools written by hand, with samples like those of specs.</summary>
public sealed class Prices
{
    /// <summary>Adds the tax to a price. Not for prices that have it already.</summary>
    /// <param name="price">Without tax, from 0.</param>
    [Tool(ReadOnly = true, OpenWorld = false)]
    [ToolExample("""{"price": 10}""", """{"result": 12}""")]
    [ToolExample("""{"price": -1}""", Error = "invalid_input", Name = "below zero")]
    [ToolExample("""{"price": "ten"}""", Error = "invalid_input /price")]
    public static decimal WithTax(decimal price) => price < 0 ? throw new ToolException("invalid_input", "no price is below 0") : price * 1.2m;

    /// <summary>Tells how many hours are left of today, in UTC.</summary>
    [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock"])]
    [ToolExample("{}", """{"result": 18}""", Given = """{"now": "2026-03-01T06:00:00Z"}""")]
    public async Task<int> HoursLeftAsync(ToolContext context, CancellationToken cancellationToken)
    {
#pragma warning disable TG4001 // what waits here is a method of the project
        await Task.Delay(1, cancellationToken);
#pragma warning restore TG4001
        return 24 - context.Now.Hour;
    }
}
