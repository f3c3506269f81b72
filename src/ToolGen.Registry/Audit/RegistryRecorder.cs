using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Hosting;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Specification.Json;

namespace ToolGen.Registry;

/// <summary>
/// Keeps the records of a host in a registry's log: <c>called</c>, and <c>refused</c> where nothing ran. Of arguments their shape and hash stand there, never what they were, unless asked. A call is answered when its record is safe.
/// Where one can't be kept <see cref="Fault"/> says why, until one can be again; then a record (<c>missing</c>) says how many were not.
/// </summary>
/// <param name="registry">The registry.</param>
/// <param name="arguments">How much of the arguments stands in records.</param>
public sealed class RegistryRecorder(IToolRegistry registry, ArgumentDetail arguments = ArgumentDetail.Shape) : ICallRecorder
{
    /// <summary>The kind of the record that says how many were not kept.</summary>
    private const string Missing = "missing";

    // A list, the values and the rest stay below what a registry takes as one body, whatever is quoted in them.
    private const int LongestCaller = 200, LongestText = 1_000, LongestListed = 200, LongestValues = 16_384, MostListed = 50, MaximumKept = 10_000;

    // A version never changes: what was found once is so for good.
    private readonly ConcurrentDictionary<(string Tool, string Version, string Spec), string> ids = new();
    private volatile string? fault;
    private int lost;

    /// <inheritdoc/>
    public string? Fault => this.fault;

    /// <inheritdoc/>
    public ArgumentDetail Arguments => arguments;

    /// <inheritdoc/>
    public async ValueTask RecordAsync(CallRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            var id = this.IdOf(record);
            var kind = record.Fault == CallFault.Host || record.Tool is null ? Kinds.Refused : Kinds.Called;
            await registry.AppendAsync(kind, Clean(record.Caller, LongestCaller), BodyOf(record, id)).ConfigureAwait(false);
            if (this.fault is not null || Volatile.Read(ref this.lost) > 0) await this.RecoverAsync().ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            Interlocked.Increment(ref this.lost);
            this.fault = e.Message;
            throw;
        }
    }

    // A record is kept again; how many were not stands in the log.
    private async ValueTask RecoverAsync()
    {
        var count = Interlocked.Exchange(ref this.lost, 0);
        if (count > 0)
        {
            try
            {
                await registry.AppendAsync(Missing, "host", $$"""{"calls":{{count.ToString(CultureInfo.InvariantCulture)}}}""").ConfigureAwait(false);
            }
            catch (RegistryException)
            {
                Interlocked.Add(ref this.lost, count - 1);
                throw;
            }
        }

        this.fault = null;
    }

    private string? IdOf(CallRecord record)
    {
        if (record.VersionId is { } known) return known;
        if (record is not { Tool: { } tool, Version: { } version, SpecHash: { } spec }) return null;
        if (this.ids.TryGetValue((tool, version, spec), out var id)) return id;
        id = registry.IdOf(tool, version, spec);
        if (id is not null && this.ids.Count < MaximumKept) this.ids[(tool, version, spec)] = id;
        return id;
    }

    private static string BodyOf(CallRecord record, string? id)
    {
        var text = new StringBuilder(512).Append('{');
        if (id is not null) Text(text, "id", id);
        Text(text, "call", record.Id.ToString("n"));
        if (record.Tool is null || record.Tool != record.Reference) Text(text, "reference", record.Reference);
        Text(text, "tool", record.Tool);
        Text(text, "version", record.Version);
        Text(text, "fault", FaultOf(record.Fault));
        Number(text, "us", Math.Max(0, (long)record.Duration.TotalMicroseconds));
        Texts(text, "errors", record.Errors);
        Text(text, "place", record.Place);
        Text(text, "conversation", record.Conversation);
        Number(text, "in", record.InputBytes);
        Number(text, "out", record.OutputBytes);
        if (record.Input is { } input)
        {
            Text(text, "shape", input.Shape);
            Text(text, "sha256", input.Sha256);
            Values(text, input.Values);
        }

        Texts(text, "used", record.Used);
        if (record.Calls.Count > 0) Number(text, "calls", record.Calls.Count);
        if (record.Left) Member(text, "left").Append("true");
        return text.Append('}').ToString();
    }

    private static void Values(StringBuilder text, string? values)
    {
        if (values is null) return;
        var canonical = values.Length <= LongestValues && JsonReader.Read(new SourceText("values", values)) is { Root: { } root, Findings.Count: 0 } ? JsonWriter.Canonical(root) : null;

        // Numbers are longer when they are written out: 1e39 has four characters, and forty then.
        if (values.Length > LongestValues || canonical?.Length > LongestValues) Text(text, "values", "too long");
        else if (canonical is not null) Member(text, "values").Append(canonical);
        else Text(text, "values", values);
    }

    private static string FaultOf(CallFault fault) => fault switch
    {
        CallFault.None => "none",
        CallFault.Caller => "caller",
        CallFault.Tool => "tool",
        CallFault.Environment => "environment",
        _ => "host",
    };

    private static StringBuilder Member(StringBuilder text, string name) => text.Append(text.Length > 1 ? "," : "").Append('"').Append(name).Append("\":");

    private static void Text(StringBuilder text, string name, string? value)
    {
        if (value is not null) Member(text, name).Append(JsonWriter.Quote(Clean(value, LongestText)));
    }

    private static void Number(StringBuilder text, string name, long value) => Member(text, name).Append(value.ToString(CultureInfo.InvariantCulture));

    private static void Texts(StringBuilder text, string name, System.Collections.Generic.IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        Member(text, name).Append('[');
        for (var i = 0; i < values.Count && i < MostListed; i++) text.Append(i > 0 ? "," : "").Append(JsonWriter.Quote(Clean(values[i], LongestListed)));
        text.Append(']');
    }

    /// <summary>What came from outside, so that it can be kept and read for good.</summary>
    private static string Clean(string value, int longest)
    {
        if (value.Length > longest) value = value[..(longest - 1)] + "…";
        if (value.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return value.Length > 0 ? value : "?";
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes()) clean.Append(rune.Value < ' ' || InvisibleCharacters.Contains(rune.Value) ? "?" : rune.ToString());
        return Bounds.IsWhole(clean.ToString()) ? clean.ToString() : "?";
    }
}
