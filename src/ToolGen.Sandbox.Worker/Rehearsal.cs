using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Checks;
using ToolGen.Sandbox.Worker.Remote;

namespace ToolGen.Sandbox.Worker;

/// <summary>
/// Calls of a tool that does nothing, while a blank worker waits: what every tool needs of the runtime (texts, patterns, lists, numbers, an error that is thrown, tasks) is loaded and compiled
/// before a real call waits for it. Nothing of it reaches a tool.
/// </summary>
internal sealed class Rehearsal : Tool<Rehearsal.Asked, Rehearsal.Answered>
{
    // A pattern as the generator writes it.
    private static readonly SchemaRule Text = new() { MaxLength = 60, Pattern = new TextPattern("^[A-Za-z0-9 ]*$", static () => "T00200000000000000000000000000000000100000000000000011111111110000000111111111111111111111111110000001111111111111111111111111100000001001k0003000111021"u8) };
    private static readonly ToolShape Shape = new(UnknownMembers.Refused, "text!", "numbers?", "factor?");

    private Rehearsal()
    {
    }

    /// <inheritdoc/>
    public override ToolDescriptor Descriptor => throw new NotSupportedException("nobody is told of it");

    /// <summary>Calls it on a thread of the pool, as tools are called, and waits for it. What fails here is left to the tool that it fails too: there it has somebody to tell.</summary>
    public static void Run(HostLink link)
    {
        try
        {
            Task.Run(() => CallAsync(link)).GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            // Nobody waits for an answer of it.
        }
    }

    /// <summary>Three calls: for an answer, for an error of its own, with arguments that are wrong.</summary>
    internal static async Task<IReadOnlyList<ToolResult>> CallAsync(HostLink link)
    {
        // A call that has ended reaches no host.
        var call = new RemoteCall(link, 0);
        call.End();
        var tool = new Rehearsal();
        return
        [
            await tool.CallAsync("""{"text":"ab cd ef","numbers":[1,2,3],"factor":1.5}"""u8.ToArray(), new RemoteContext(call), call.Token).ConfigureAwait(false),
            await tool.CallAsync("""{"text":"x"}"""u8.ToArray(), new RemoteContext(call), call.Token).ConfigureAwait(false),
            await tool.CallAsync("""{"txt":"ab-cd","numbers":"x","factor":[]}"""u8.ToArray(), new RemoteContext(call), call.Token).ConfigureAwait(false),
        ];
    }

    /// <inheritdoc/>
    public override async ValueTask<Answered> RunAsync(Asked input, ToolContext context, CancellationToken cancellationToken = default)
    {
        UseInvariantCulture();
        await Task.Yield();
        if (input.Text.Length < 3) throw Fail("too_short", "it is rehearsed");
        var words = input.Text.ToUpperInvariant().Split(' ').Where(word => word.Length > 1).OrderBy(word => word, StringComparer.Ordinal).GroupBy(word => word.Length).ToDictionary(same => same.Key, same => same.Count());
        return new(string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", words.Keys)} {input.Factor:0.00} {1.25m:0.0}"), [.. (input.Numbers ?? []).Select(number => number * 2)]);
    }

    /// <inheritdoc/>
    protected override Asked ReadInput(ref ToolReader reader)
    {
        string text = "";
        IReadOnlyList<long>? numbers = null;
        double? factor = null;
        for (var members = reader.Object(Shape); reader.Next(ref members);)
        {
            switch (members.Index)
            {
                case 0: text = reader.String(Text); break;
                case 1: numbers = reader.List(static (ref ToolReader item) => item.Int64()); break;
                case 2: factor = reader.Double(); break;
            }
        }

        return new(text, numbers, factor);
    }

    /// <inheritdoc/>
    protected override void WriteOutput(ToolWriter writer, Answered output)
    {
        if (!writer.Object(output)) return;
        writer.Name("text"u8).String(output.Text);
        writer.Name("doubled"u8).List(output.Doubled, static (item, number) => item.Int64(number));
        writer.EndObject();
    }

    /// <summary>Its arguments.</summary>
    internal sealed record Asked(string Text, IReadOnlyList<long>? Numbers, double? Factor);

    /// <summary>Its output.</summary>
    internal sealed record Answered(string Text, IReadOnlyList<long> Doubled);
}
