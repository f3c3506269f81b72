using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using ToolGen.OpenApi.Documents;
using ToolGen.OpenApi.Operations;
using ToolGen.OpenApi.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.OpenApi;

/// <summary>
/// OpenAPI 3.0 and 3.1, Swagger 2.0 → a spec of the kind <c>http</c> for each operation, or a finding. Files below the document's folder are
/// read where it refers to them; nothing is fetched and nothing is written.
/// </summary>
public sealed partial class OpenApiImporter
{
    /// <summary>The address that requests go to; null: the document's own. Where the document's server is a path, it counts from here.</summary>
    public Uri? Server { get; init; }

    /// <summary>Reads a document from a file.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImportResult Import(string path, CancellationToken cancellationToken = default)
    {
        var findings = new ImportFindings();
        return this.Import(DocumentSet.Open(path, findings), findings, cancellationToken);
    }

    /// <summary>Reads a document that lies in no file; references to other files are refused.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImportResult Import(SourceText document, CancellationToken cancellationToken = default)
    {
        var findings = new ImportFindings();
        return this.Import(DocumentSet.Read(document, findings), findings, cancellationToken);
    }

    private ImportResult Import(DocumentSet? document, ImportFindings findings, CancellationToken cancellationToken)
    {
        if (document is null) return None(findings);
        var reader = new DocumentReader(document, this.Server?.AbsoluteUri.TrimEnd('/'), findings);
        if (reader.Read() is not { } operations) return None(findings);
        var names = ToolNames.Of(operations, findings);
        var writer = new SpecWriter(document, new(findings), findings);
        var tools = new List<ImportedTool>();
        var refused = new List<(string Operation, string Name)>();
        for (var i = 0; i < operations.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Tool(operations[i], names[i], writer, findings) is { } tool) tools.Add(tool);
            else refused.Add((operations[i].ToString(), names[i]));
        }

        return new(reader.Title, tools, [.. refused.Select(one => one.Operation)], findings.ToList()) { RefusedNames = [.. refused.Select(one => one.Name)] };
    }

    private static ImportedTool? Tool(ApiOperation operation, string name, SpecWriter writer, ImportFindings findings)
    {
        string? fault = null;
        foreach (var typesOnly in new[] { false, true })
        {
            if (writer.Write(operation, name, typesOnly) is not { } spec) return null;
            var text = JsonWriter.Indented(spec, SpecFormatter.Columns) + "\n";
            var reading = SpecReader.Read(new SourceText(name + ".tool.json", text));
            if (reading.Spec is not null)
            {
                if (fault is not null) findings.Add(FindingCatalog.ChecksLeft, operation.At, operation.ToString(), fault);
                return Made(operation, name, text, (JsonObject)spec["implementation"]!);
            }

            var first = reading.Findings.First(finding => finding.Severity == FindingSeverity.Error);
            fault = $"{first.Id}: {first.Message}".TrimEnd('.');
        }

        findings.Add(FindingCatalog.OperationRefused, operation.At, operation.ToString(), "a spec of it would have an error: " + fault, "Mend the document at this place, or write the spec by hand.");
        return null;
    }

    private static ImportedTool Made(ApiOperation operation, string name, string text, JsonObject implementation)
    {
        var auth = implementation["auth"] as JsonObject;
        var secret = auth?["bearer"] ?? auth?["secret"] ?? (auth?["basic"] as JsonArray)?.Items[1];
        return new(name, text, operation.Method, operation.Path)
        {
            Tags = operation.Tags,
            Words = $"{operation.Summary} {operation.Description}".Trim(),
            Origin = Uri.TryCreate(operation.Server, UriKind.Absolute, out var server) ? server.GetLeftPart(UriPartial.Authority) : "",
            Secrets = secret is JsonString { Value: var one } ? [one] : [],
            Settings = [.. SettingHole().Matches(JsonWriter.Compact(implementation)).Select(match => match.Groups[1].Value).Distinct()],
            IsDeprecated = operation.IsDeprecated,
        };
    }

    private static ImportResult None(ImportFindings findings) => new("", [], [], findings.ToList()) { IsDocument = false };

    [GeneratedRegex(@"\{settings\.([A-Za-z0-9_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex SettingHole();
}
