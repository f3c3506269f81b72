using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CsvHelper;
using ToolGen.Effects;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Effects;

/// <summary>The ten largest of many orders: a tool of the kind file beside a loop written by hand over CsvHelper, or over Utf8JsonReader.</summary>
internal sealed class StreamingRow(string format, int mebibytes) : IEffectsRow
{
    private const int Wanted = 10;

    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-bench-").FullName;
    private LoadedTools? loaded;
    private Tool? tool;
    private ToolEffects? effects;

    public string Name => $"streaming {format}, {mebibytes} MiB, top {Wanted}";

    public int Pairs => 10;

    private string Path => System.IO.Path.Combine(this.folder, "orders." + format);

    public ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        OrderFiles.Write(this.Path, (long)mebibytes << 20, format == "jsonl");
        var set = new Forge.Forge().Make([new SpecInput("top_orders.tool.json", Encoding.UTF8.GetBytes(OrderFiles.TopSpec.Replace("FORMAT", format, StringComparison.Ordinal)))], cancellationToken);
        this.loaded = new(set.Compiled.Image.AsSpan());
        this.tool = this.loaded.Find(set.Compiled.Tools[0].Unit.TypeName)!;
        this.effects = new(new() { Folders = new Dictionary<string, FolderGrant> { ["data"] = new(this.folder) } });
        return default;
    }

    public async ValueTask<long> GuardedAsync(CancellationToken cancellationToken)
    {
        var result = await this.tool!.CallAsync(Encoding.UTF8.GetBytes($$"""{"name":"orders.{{format}}"}"""), this.effects!.For(this.tool), cancellationToken);
        if (result.IsError) throw new InvalidOperationException(result.Errors[0].Message);
        using var answer = JsonDocument.Parse(result.Output);
        return answer.RootElement.GetProperty("top").EnumerateArray().Sum(order => order.GetProperty("id").GetInt64());
    }

    public ValueTask<long> BareAsync(CancellationToken cancellationToken)
    {
        var top = new PriorityQueue<long, double>();
        foreach (var (id, amount) in format == "csv" ? this.Csv() : this.JsonLines())
        {
            if (top.Count < Wanted) top.Enqueue(id, amount);
            else top.EnqueueDequeue(id, amount);
        }

        return new(top.UnorderedItems.Sum(order => order.Element));
    }

    public async ValueTask DisposeAsync()
    {
        this.loaded?.Dispose();
        if (this.effects is not null) await this.effects.DisposeAsync();
        Directory.Delete(this.folder, recursive: true);
    }

    private IEnumerable<(long Id, double Amount)> Csv()
    {
        using var csv = CsvReader.FromFile(this.Path);
        while (csv.Read())
        {
            var order = new Order(csv.Parse<long>("id"), csv.GetString("region"), csv.Parse<double>("amount"), csv.GetString("note"));
            yield return (order.Id, order.Amount);
        }
    }

    private IEnumerable<(long Id, double Amount)> JsonLines()
    {
        foreach (var line in File.ReadLines(this.Path))
        {
            var order = Read(Encoding.UTF8.GetBytes(line));
            yield return (order.Id, order.Amount);
        }
    }

    private static Order Read(ReadOnlySpan<byte> line)
    {
        var (id, region, amount, note) = (0L, "", 0d, "");
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) id = Value(ref reader).GetInt64();
            else if (reader.ValueTextEquals("region"u8)) region = Value(ref reader).GetString()!;
            else if (reader.ValueTextEquals("amount"u8)) amount = Value(ref reader).GetDouble();
            else if (reader.ValueTextEquals("note"u8)) note = Value(ref reader).GetString()!;
            else Value(ref reader).Skip();
        }

        return new(id, region, amount, note);
    }

    private static ref Utf8JsonReader Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ref reader;
    }

    private sealed record Order(long Id, string Region, double Amount, string Note);
}
