using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport.Escape;

/// <summary>A tool whose code makes one attempt a call, and gives back what came of it, as far as it can tell itself.</summary>
public sealed class EscapeTool : Tool
{
    /// <summary>What it gives back where it came to its end.</summary>
    public const string Open = "open";

    /// <summary>The one that a worker finds.</summary>
    public static EscapeTool Instance { get; } = new();

    /// <inheritdoc/>
    public override ToolDescriptor Descriptor { get; } = new()
    {
        Name = nameof(EscapeTool),
        Description = "Tries to get out.",
        Version = "1.0.0",
        Kind = "declared",
        InputSchema = "{}"u8.ToArray(),
        OutputSchema = """{"type":"string"}"""u8.ToArray(),
        McpTool = "{}"u8.ToArray(),
        Annotations = default,
        Capabilities = ["read data/**", "http GET https://a.example/**"],
        SpecHash = "",
    };

    /// <summary>Its argument.</summary>
    /// <param name="attempt">The name; empty: it gives back what it finds of <paramref name="looksFor"/>, or that it is there.</param>
    /// <param name="looksFor">The name of the attempt whose leavings are looked for; empty: none.</param>
    /// <param name="outside">A file of the host's.</param>
    /// <param name="port">Where the host listens.</param>
    public static byte[] Argument(string attempt, string looksFor, string outside, int port) =>
        JsonSerializer.SerializeToUtf8Bytes<string[]>([attempt, looksFor, outside, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), port.ToString(CultureInfo.InvariantCulture)]);

    /// <inheritdoc/>
    public override async ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        var given = JsonSerializer.Deserialize<string[]>(arguments.Span)!;
        var world = new AttemptWorld(given[2], int.Parse(given[3], CultureInfo.InvariantCulture), int.Parse(given[4], CultureInfo.InvariantCulture), context, cancellationToken);
        if (given[0].Length == 0) return Said(given[1].Length > 0 && Attempt.Of(given[1]).Finds!(world) ? Open : "nothing");
        try
        {
            await Attempt.Of(given[0]).Make(world);
            return Said(Open);
        }
        catch (Exception e) when (e is System.IO.FileLoadException or TypeLoadException or MissingMemberException)
        {
            // Nothing was tried.
            return Said(Open + ": " + e.Message);
        }
        catch (Exception e)
        {
            return Said($"held {e.GetType().Name} {e.Message.Split('\n')[0]}");
        }
    }

    private static ToolResult Said(string text) => ToolResult.Success(JsonSerializer.SerializeToUtf8Bytes(text.Length > 300 ? text[..300] : text));
}
