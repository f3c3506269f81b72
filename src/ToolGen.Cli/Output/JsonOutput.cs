using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>What <c>--json</c> prints: one document, members in a stated order, invisible characters escaped.</summary>
internal static class JsonOutput
{
    // Readable for a model: quotes and accents stand as they are. The encoder still escapes control and invisible characters.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes one document.</summary>
    public static void Write(TextWriter to, Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options)) content(writer);
        to.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>Writes one document on one line, for what is read line by line.</summary>
    public static void WriteLine(TextWriter to, Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options with { Indented = false })) content(writer);
        to.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A list of findings: id, severity, place (lines and columns from 1), message, remedy, the way of a value and the fix where there is one.</summary>
    public static void Findings(this Utf8JsonWriter json, string name, IEnumerable<Finding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings) json.Finding(finding);
        json.WriteEndArray();
    }

    private static void Finding(this Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("path", finding.Place.Path);
        json.WriteNumber("line", finding.Place.Start.Line + 1);
        json.WriteNumber("column", finding.Place.Start.Column + 1);
        json.WriteNumber("endLine", finding.Place.End.Line + 1);
        json.WriteNumber("endColumn", finding.Place.End.Column + 1);
        json.WriteString("message", finding.Message);
        json.WriteString("remedy", finding.Remedy);
        if (finding.Steps.Count > 0) json.Steps(finding.Steps);
        if (finding.Fix is { } fix)
        {
            json.WriteStartObject("fix");
            json.WriteString("title", fix.Title);
            json.WriteStartArray("edits");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                json.WriteNumber("offset", edit.Span.Start);
                json.WriteNumber("length", edit.Span.Length);
                json.WriteString("newText", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Steps(this Utf8JsonWriter json, IEnumerable<FindingStep> steps)
    {
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("path", step.Place.Path);
            json.WriteNumber("line", step.Place.Start.Line + 1);
            json.WriteNumber("column", step.Place.Start.Column + 1);
            json.WriteString("text", step.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A member whose value is JSON already; text that is none becomes a string.</summary>
    public static void Json(this Utf8JsonWriter json, string name, string? text)
    {
        json.WritePropertyName(name);
        json.Json(text);
    }

    /// <summary>The same without a name.</summary>
    public static void Json(this Utf8JsonWriter json, string? text)
    {
        if (text is null)
        {
            json.WriteNullValue();
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });
            document.RootElement.WriteTo(json);
        }
        catch (JsonException)
        {
            json.WriteStringValue(text);
        }
    }
}
