using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Operations;

/// <summary>Swagger 2.0.</summary>
internal sealed class SwaggerOperationReader(DocumentSet document, At root, string? server, Dirt dirt, ImportFindings findings)
    : OperationReader(document, dirt, findings)
{
    private readonly ServerReader servers = new(server, findings);

    protected override ApiOperation Complete(ApiOperation operation, At item, IReadOnlyList<At> parameters)
    {
        var at = operation.At;
        var consumes = Types(at, "consumes");
        var fields = parameters.Where(parameter => PlaceOf(parameter["in"].Text) == ParameterPlace.Form).ToList();
        var hasParts = fields.Count > 0 && (fields.Any(field => field["type"].Text == "file") || (consumes.Count > 0 && consumes.All(type => KindOf(type) == BodyKind.Parts)));
        return operation with
        {
            Server = this.servers.Choose(root, at),
            Parameters = [.. parameters.Where(parameter => parameter["in"].Text != "body").Select(parameter => this.Parameter(parameter, hasParts)).OfType<ApiParameter>()],
            Body = parameters.Where(parameter => parameter["in"].Text == "body").Select(parameter => this.Body(parameter, consumes)).FirstOrDefault(),
            Answer = this.Answer(at, response => this.Read(response, Types(at, "produces"))),
            Security = this.Security(at["security"].IsThere ? at["security"] : root["security"]),
        };
    }

    private List<string> Types(At operation, string key) =>
        [.. (operation[key].IsThere ? operation[key] : root[key]).Items.Select(type => type.Text).OfType<string>()];

    private ApiParameter? Parameter(At at, bool hasParts)
    {
        if (PlaceOf(at["in"].Text) is not { } place)
        {
            this.Findings.Add(FindingCatalog.ParameterLeftOut, at, at["name"].Text ?? "", "it does not say where it is sent");
            return null;
        }

        var format = at["collectionFormat"].Text;
        return new(at, at["name"].Text ?? "", place == ParameterPlace.Form && hasParts ? ParameterPlace.Part : place, at["schema"].IsObject ? at["schema"] : at)
        {
            IsRequired = this.Dirt.Flag(at, "required") == true,
            Style = format switch { "ssv" => "spaceDelimited", "pipes" => "pipeDelimited", "tsv" => "tabDelimited", _ => place == ParameterPlace.Path || place == ParameterPlace.Header ? "simple" : "form" },
            Explodes = format == "multi",
            Description = at["description"].Text,
            Example = at["x-example"].IsThere ? at["x-example"] : at["example"],
        };
    }

    private ApiBody Body(At at, List<string> consumes)
    {
        var type = consumes.OrderBy(KindOf).FirstOrDefault() ?? "application/json";

        // A body with a schema is JSON or XML; forms are parameters of their own.
        var kind = KindOf(type) is BodyKind.Form or BodyKind.Parts ? BodyKind.Json : KindOf(type);
        return new(at, kind, type, at["schema"])
        {
            IsRequired = this.Dirt.Flag(at, "required") == true,
            Description = at["description"].Text,
            Example = at["x-example"],
        };
    }

    private ApiAnswer Read(At response, List<string> produces)
    {
        var hasLinks = response["headers"].Members.Any(header => header.Name.Equals("Link", StringComparison.OrdinalIgnoreCase));
        if (!response["schema"].IsObject) return new(AnswerKind.Unknown, default);
        if (response["schema"]["type"].Text == "file") return new(AnswerKind.Text, default);
        if (produces.Count == 0 || produces.Any(IsJson)) return new(AnswerKind.Json, response["schema"]) { HasLinks = hasLinks };
        return produces.Any(IsText) ? new(AnswerKind.Text, default) : new(AnswerKind.Json, response["schema"]);
    }

    private List<IReadOnlyList<ApiScheme>> Security(At security) =>
        [.. security.Items.Select(way => (IReadOnlyList<ApiScheme>)[.. way.Members.Select(scheme => this.Scheme(scheme.Name))])];

    private ApiScheme Scheme(string name)
    {
        var at = this.Document.Resolve(root["securityDefinitions"][name]);
        var kind = (at["type"].Text ?? "").ToLowerInvariant() switch
        {
            "apikey" => at["in"].Text?.ToLowerInvariant() ?? "",
            "oauth2" => "bearer",
            var other => other,
        };
        return new(name, kind, kind is "header" or "query" ? at["name"].Text ?? "" : "");
    }
}
