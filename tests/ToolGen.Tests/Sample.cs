using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Tests;

/// <summary>A tool written by hand as the generator writes it.</summary>
internal sealed class Sample(Func<long, CancellationToken, Task<string>>? run = null) : Tool<Sample.Input, string>
{
    private static readonly ToolShape Shape = new(UnknownMembers.Refused, "count!", "color!", "names?");
    private static readonly SchemaRule Color = new() { Enum = ["\"red\"", "\"green\""] };

    internal sealed record Input(long Count, string Color, IReadOnlyList<string> Names);

    public override ToolDescriptor Descriptor { get; } = StubDescriptor.Of("sample", kind: "declared");

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    public override ToolLimits Limits => new(this.Time, 1 << 20);

    public override async ValueTask<string> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken = default) =>
        run is null ? input.Color : await run(input.Count, cancellationToken);

    protected override Input ReadInput(ref ToolReader r)
    {
        long count = 0;
        string color = "";
        IReadOnlyList<string> names = [];
        for (var o = r.Object(Shape); r.Next(ref o);)
        {
            switch (o.Index)
            {
                case 0: count = r.Int64(); break;
                case 1: color = r.String(Color); break;
                case 2: names = r.List(static (ref ToolReader reader) => reader.String()); break;
            }
        }

        return new(count, color, names);
    }

    protected override void WriteOutput(ToolWriter writer, string output) => writer.String(output);
}
