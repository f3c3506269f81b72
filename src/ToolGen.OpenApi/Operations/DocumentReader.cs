using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Operations;

/// <summary>Finds the operations of a document, also those that stand in the wrong place.</summary>
internal sealed class DocumentReader(DocumentSet document, string? server, ImportFindings findings)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly List<ApiOperation> operations = [];
    private OperationReader reader = null!;

    /// <summary>What the document is called; empty: it has no title.</summary>
    public string Title => this.Root["info"]["title"].Text ?? "";

    private At Root => new(document.Root, document.Root.Root);

    /// <summary>Every operation, in the order of the document; null where it is no OpenAPI document.</summary>
    public IReadOnlyList<ApiOperation>? Read()
    {
        var root = this.Root;
        var isSwagger = root["swagger"].IsThere;
        var version = Version(root["openapi"].Node ?? root["swagger"].Node);
        if (version is null) return this.Refuse(root, "it has neither `openapi` nor `swagger`");
        if (!version.StartsWith(isSwagger ? "2." : "3.", StringComparison.Ordinal)) return this.Refuse(root, $"its version is {version}");
        if (!root["paths"].IsObject) return this.Refuse(root, root["webhooks"].IsObject ? "it has webhooks alone, which are calls of the service" : "it has no `paths`");
        var dirt = new Dirt(findings);
        this.reader = isSwagger
            ? new SwaggerOperationReader(document, root, server, dirt, findings)
            : new OpenApiOperationReader(document, root, server, dirt, findings);
        foreach (var (path, item) in root["paths"].Members.Where(member => !member.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)))
            this.Item(path, item, 0);
        return this.operations;
    }

    private void Item(string path, At written, int depth)
    {
        var item = document.Resolve(written);
        foreach (var (name, value) in item.Members)
        {
            if (name.StartsWith('/'))
            {
                if (depth > 0 || !value.IsObject) continue;
                findings.Add(FindingCatalog.PathItemMoved, value, name, path);
                this.Item(name, value, depth + 1);
            }
            else if (Methods.Contains(name.ToLowerInvariant()) && value.IsObject)
            {
                if (this.operations.Count == DocumentLimits.Operations)
                {
                    findings.Add(FindingCatalog.DocumentRefused, value, $"it has more than {DocumentLimits.Operations:#,##0} operations; those behind are left out");
                    return;
                }

                this.operations.Add(this.reader.Read(path, item, name.ToUpperInvariant(), document.Resolve(value)));
            }
        }
    }

    private List<ApiOperation>? Refuse(At at, string why)
    {
        findings.Add(FindingCatalog.DocumentRefused, at.File.Source, new(0, 0), why);
        return null;
    }

    private static string? Version(JsonNode? node) => node switch
    {
        JsonString text => text.Value.Trim(),
        JsonNumber number => number.Text.Contains('.', StringComparison.Ordinal) ? number.Text : number.Text + ".0",
        _ => null,
    };
}
