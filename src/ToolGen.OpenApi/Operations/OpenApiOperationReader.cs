using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;

namespace ToolGen.OpenApi.Operations;

/// <summary>OpenAPI 3.</summary>
internal sealed class OpenApiOperationReader(DocumentSet document, At root, string? server, Dirt dirt, ImportFindings findings)
    : OperationReader(document, dirt, findings)
{
    private readonly ServerReader servers = new(server, findings);

    protected override ApiOperation Complete(ApiOperation operation, At item, IReadOnlyList<At> parameters)
    {
        var at = operation.At;
        var declared = at["servers"].Items.Any() ? at["servers"] : item["servers"].Items.Any() ? item["servers"] : root["servers"];
        return operation with
        {
            Server = this.servers.Choose(declared.Items.Select(this.Document.Resolve).ToList()),
            Parameters = [.. parameters.Select(this.Parameter).OfType<ApiParameter>()],
            Body = this.Body(this.Document.Resolve(at["requestBody"])),
            Answer = this.Answer(at, this.Read),
            Security = at["security"].IsThere || root["security"].IsThere ? this.Security(at["security"].IsThere ? at["security"] : root["security"]) : this.Unsaid(root["components"]["securitySchemes"]),
        };
    }

    private ApiParameter? Parameter(At at)
    {
        if (PlaceOf(at["in"].Text) is not { } place)
        {
            this.Findings.Add(FindingCatalog.ParameterLeftOut, at, at["name"].Text ?? "", "it does not say where it is sent");
            return null;
        }

        var content = at["content"].Members.FirstOrDefault();
        var style = at["style"].Text ?? (place is ParameterPlace.Query or ParameterPlace.Cookie ? "form" : "simple");
        var example = this.ExampleOf(at);
        return new(at, at["name"].Text ?? "", place, content.Name is null ? at["schema"] : content.Value["schema"])
        {
            IsRequired = this.Dirt.Flag(at, "required") == true,
            Style = style,
            Explodes = this.Dirt.Flag(at, "explode") ?? style == "form",
            IsJsonText = content.Name is not null && IsJson(content.Name),
            Description = at["description"].Text,
            Example = example.IsThere || content.Name is null ? example : this.ExampleOf(content.Value),
        };
    }

    private ApiBody? Body(At at)
    {
        if (!at.IsObject) return null;
        var contents = at["content"].Members.Select(content => (Kind: KindOf(content.Name), content.Name, Value: this.Document.Resolve(content.Value))).OrderBy(content => content.Kind).ToList();
        if (contents.Count == 0) return null;
        var (kind, type, content) = contents[0];
        return new(at, kind, type, content["schema"])
        {
            IsRequired = this.Dirt.Flag(at, "required") == true,
            Description = at["description"].Text,
            Example = this.ExampleOf(content),
            Encoding = content["encoding"],
        };
    }

    private ApiAnswer Read(At response)
    {
        var contents = response["content"].Members.ToList();
        if (contents.FirstOrDefault(content => IsJson(content.Name)) is { Name: not null } json)
            return new(AnswerKind.Json, json.Value["schema"]) { HasLinks = response["headers"].Members.Any(header => header.Name.Equals("Link", StringComparison.OrdinalIgnoreCase)) };
        return contents.Any(content => IsText(content.Name)) ? new(AnswerKind.Text, default) : new(AnswerKind.Unknown, default);
    }

    private List<IReadOnlyList<ApiScheme>> Security(At security) =>
        [.. security.Items.Select(way => (IReadOnlyList<ApiScheme>)[.. way.Members.Select(scheme => this.Scheme(scheme.Name))])];

    // A document that describes one scheme and says nowhere who wants it means everyone.
    private IReadOnlyList<IReadOnlyList<ApiScheme>> Unsaid(At schemes)
    {
        if (schemes.Members.Take(2).ToList() is not [var only]) return [];
        this.Findings.Add(FindingCatalog.SecurityNarrowed, only.Value, $"the document does not say which operations want the scheme `{only.Name}`: each sends it where the host has the secret");
        return [[this.Scheme(only.Name)], []];
    }

    private ApiScheme Scheme(string name)
    {
        var at = this.Document.Resolve(root["components"]["securitySchemes"][name]);
        var kind = (at["type"].Text ?? "").ToLowerInvariant() switch
        {
            "apikey" => at["in"].Text?.ToLowerInvariant() ?? "",
            "http" => at["scheme"].Text?.ToLowerInvariant() ?? "",
            "oauth2" or "openidconnect" => "bearer",
            var other => other,
        };
        return new(name, kind, kind is "header" or "query" or "cookie" ? at["name"].Text ?? "" : "");
    }
}
