using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;
using ToolGen.Effects;

namespace ToolGen.Hosting.Recording;

/// <summary>A record as one line of JSON; what is empty is left out.</summary>
internal static class RecordText
{
    public static void Write(IBufferWriter<byte> buffer, CallRecord record)
    {
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", record.Id.ToString("n"));
            json.WriteString("at", record.At);
            json.WriteString("reference", record.Reference);
            Text(json, "tool", record.Tool);
            Text(json, "version", record.Version);
            Text(json, "specHash", record.SpecHash);
            json.WriteString("caller", record.Caller);
            Text(json, "conversation", record.Conversation);
            Text(json, "place", record.Place);
            json.WriteNumber("ms", System.Math.Round(record.Duration.TotalMilliseconds, 3));
            json.WriteString("fault", CallFaults.Text(record.Fault));
            Texts(json, "errors", record.Errors);
            json.WriteNumber("inputBytes", record.InputBytes);
            json.WriteNumber("outputBytes", record.OutputBytes);
            Texts(json, "used", record.Used);
            Calls(json, record.Calls);
            if (record.Left) json.WriteBoolean("left", true);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }

    private static void Calls(Utf8JsonWriter json, IReadOnlyList<ChildCall> calls)
    {
        if (calls.Count == 0) return;
        json.WriteStartArray("calls");
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("tool", call.Tool);
            json.WriteString("version", call.Version);
            Text(json, "step", call.Step);
            Texts(json, "used", call.Used);
            Calls(json, call.Calls);
            Text(json, "error", call.Error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
