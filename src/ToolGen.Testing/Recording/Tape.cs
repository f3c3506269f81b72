using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace ToolGen.Testing.Recording;

/// <summary>What one run got from outside, in order. Thread-safe. The clock stands still, and random numbers come of a seed, so that a replay sees the same.</summary>
internal sealed class Tape
{
    /// <summary>A longer answer is no sample that a person reads.</summary>
    private const int MaxBody = 256 << 10;

    private readonly Lock gate = new();
    private readonly DateTimeOffset now;
    private readonly int seed = Random.Shared.Next();
    private readonly List<Action<Utf8JsonWriter>> exchanges = [];
    private readonly SortedDictionary<string, string> settings = new(StringComparer.Ordinal);
    private readonly SortedSet<string> secrets = new(StringComparer.Ordinal);
    private bool usesNow;
    private Random? random;

    // Whole seconds read better, and no sample needs more.
    public Tape(DateTimeOffset now) => this.now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));

    public DateTimeOffset UseNow()
    {
        this.usesNow = true;
        return this.now;
    }

    public Random UseRandom()
    {
        lock (this.gate) return this.random ??= new Random(this.seed);
    }

    public string UseSetting(string name, string value)
    {
        lock (this.gate) this.settings[name] = value;
        return value;
    }

    public void UseSecret(string name)
    {
        lock (this.gate) this.secrets.Add(name);
    }

    public void Add(ToolHttpRequest request, ToolHttpResponse response)
    {
        if (response.Body.Length > MaxBody) throw new ToolException(ToolErrorCodes.Limit, $"an answer of {response.Body.Length} bytes is too long to be recorded: at most {MaxBody >> 10} KiB");
        this.Add(request, json =>
        {
            if (response.Status != 200) json.WriteNumber("status", response.Status);
            if (response.Header("Link") is { } link)
            {
                json.WriteStartObject("headers");
                json.WriteString("Link", link);
                json.WriteEndObject();
            }

            if (response.Body.Length > 0) Value(json, "response", response.Body);
        });
    }

    public void Add(ToolHttpRequest request, string error) => this.Add(request, json => json.WriteString("error", error));

    /// <summary>The <c>given</c>, compact.</summary>
    public string Given()
    {
        lock (this.gate)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                if (this.usesNow) json.WriteString("now", this.now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                if (this.random is not null) json.WriteNumber("random", this.seed);
                Texts(json, "settings", this.settings);
                Texts(json, "secrets", this.secrets.Select(name => KeyValuePair.Create(name, "for samples only")));
                if (this.exchanges.Count > 0)
                {
                    json.WriteStartArray("http");
                    foreach (var exchange in this.exchanges) exchange(json);
                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    private void Add(ToolHttpRequest request, Action<Utf8JsonWriter> answer)
    {
        lock (this.gate)
        {
            this.exchanges.Add(json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("request");
                json.WriteString("method", request.Method);
                json.WriteString("url", request.Url);
                json.WriteEndObject();
                answer(json);
                json.WriteEndObject();
            });
        }
    }

    // JSON as JSON, anything else as text.
    private static void Value(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            json.WritePropertyName(name);
            if (document.RootElement.ValueKind == JsonValueKind.String) json.WriteStringValue(Encoding.UTF8.GetString(body.Span));
            else document.RootElement.WriteTo(json);
        }
        catch (JsonException)
        {
            json.WriteString(name, Encoding.UTF8.GetString(body.Span));
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> texts)
    {
        if (!texts.Any()) return;
        json.WriteStartObject(name);
        foreach (var text in texts) json.WriteString(text.Key, text.Value);
        json.WriteEndObject();
    }
}
