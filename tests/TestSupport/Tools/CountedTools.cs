using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Catalogs;

namespace ToolGen.TestSupport;

/// <summary>A catalog as the generator writes it, which counts the tools that it is made to make. Asked twice for one it makes it twice.</summary>
internal sealed class CountedTools(params string[] names) : CatalogSource
{
    private int made;

    /// <summary>Made so far.</summary>
    public int Made => Volatile.Read(ref this.made);

    public override ReadOnlySpan<byte> Names => Encoding.UTF8.GetBytes(string.Concat(names.Select(name => name + "\n")));

    public override int Parts => 2;

    // What stands first in the catalog stands last here.
    public override ReadOnlySpan<byte> Part(int part) => Encoding.UTF8.GetBytes(string.Concat(names.Where((_, i) => i % 2 == part).Reverse().Select(name => Data(name))));

    public override Tool Make(int place)
    {
        Interlocked.Increment(ref this.made);
        return new Counted(names[place]);
    }

    /// <summary>What a tool's descriptor is read from.</summary>
    /// <param name="name">Of the tool.</param>
    /// <param name="title">Escaped.</param>
    public static string Data(string name, string title = "A\\tB")
    {
        var json = $$$"""{"name":"{{{name}}}","description":"Say\n\"it\".","inputSchema":{"type":"object"},"outputSchema":{},"annotations":{}}""";
        string[] fields = [At(json, """{"type":"object"}"""), "17", At(json, "{},"), "2", "0101", name, "Say\\n\"it\".", "=" + title, "1.2.0", "code", "hash of " + name, "", "clock", "read a\\\\b"];
        var line = string.Concat(fields.Select(field => field + "\t"));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(line)}\t{Encoding.UTF8.GetByteCount(json)}\t{line}\n{json}\n");
    }

    private static string At(string json, string part) => json.IndexOf(part, StringComparison.Ordinal).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Counted(string name) : Tool
    {
        public override ToolDescriptor Descriptor => this.DescriptorOf(Encoding.UTF8.GetBytes(Data(name)));

        public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) => new(ToolResult.Success("{}"u8.ToArray()));
    }
}
