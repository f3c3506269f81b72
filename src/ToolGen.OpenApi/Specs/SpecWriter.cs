using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.OpenApi.Operations;
using ToolGen.OpenApi.Schemas;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Specs;

/// <summary>One operation as a spec of the kind <c>http</c>.</summary>
internal sealed class SpecWriter(DocumentSet document, Dirt dirt, ImportFindings findings)
{
    private const int MostInputs = 500;
    private const int MostOutputs = 200;
    private const int MostRounds = 5;

    // What holds itself is so for the whole document.
    private readonly HashSet<JsonNode> recursive = new(ReferenceEqualityComparer.Instance);

    /// <summary>The spec; null where the operation cannot be one, and a finding says why.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">Its tool's name.</param>
    /// <param name="typesOnly">Whether checks beside types are left to the service.</param>
    public JsonObject? Write(ApiOperation operation, string name, bool typesOnly)
    {
        if (operation.Server is null) return this.Refuse(operation, "the document does not say where its server is", "Give the server's address with `--server https://…`.");
        if (operation.Method == "TRACE") return this.Refuse(operation, "TRACE is no method of tools", "Leave it out.");
        for (var round = 0; round < MostRounds; round++)
        {
            var schemas = new InputSchemas(new(document, dirt, findings, MostInputs), this.recursive, typesOnly);
            var parts = new RequestParts();
            if (this.Fill(operation, parts, schemas) is { } why) return this.Refuse(operation, why, "Write its spec by hand, or leave it out.");
            if (!schemas.HasNewRecursion || round == MostRounds - 1) return this.Write(operation, name, parts, schemas);
        }

        return null;
    }

    private string? Fill(ApiOperation operation, RequestParts parts, InputSchemas schemas)
    {
        var scope = new SchemaScope(document, dirt, findings, MostInputs);
        var taken = new AuthWriter(findings).Add(operation, parts);
        var parameters = new ParameterWriter(parts, schemas);
        var partWriter = new PartWriter(scope, parts, schemas, parameters);
        var holes = AddressText.Holes(operation.Path);
        foreach (var parameter in operation.Parameters.Except(taken))
        {
            var isInPath = parameter.Place == ParameterPlace.Path;
            if (isInPath && !holes.Contains(parameter.Name))
            {
                findings.Add(FindingCatalog.PathParameterAdded, parameter.At, $"the path {operation.Path} has no `{{{parameter.Name}}}`; the parameter is left out");
                continue;
            }

            if ((parameter.Place == ParameterPlace.Part ? partWriter.Add(parameter) : parameters.Add(parameter)) is not { } why) continue;
            if (isInPath || (parameter.IsRequired && why != HostSends(parameter))) return $"its parameter `{parameter.Name}` cannot be sent: {why}";
            findings.Add(FindingCatalog.ParameterLeftOut, parameter.At, parameter.Name, why);
        }

        foreach (var hole in holes.Where(hole => !parts.Path.ContainsKey(hole)))
        {
            findings.Add(FindingCatalog.PathParameterAdded, operation.At, $"no parameter describes `{{{hole}}}` of {operation.Path}; it is taken as text");
            if (parameters.Add(new(operation.At, hole, ParameterPlace.Path, default) { IsRequired = true }) is { } why) return $"its path cannot be written: {why}";
        }

        if (operation.Body is not { } body) return null;
        if (operation.Method is not ("GET" or "HEAD")) return new BodyWriter(scope, parts, schemas, parameters, partWriter).Add(body) is { } reason && (body.IsRequired || body.Kind is BodyKind.Parts or BodyKind.Binary || this.LeavesOut(body, reason)) ? reason : null;
        if (body.IsRequired) return $"{operation.Method} sends no body";
        findings.Add(FindingCatalog.ParameterLeftOut, body.At, "body", $"{operation.Method} sends no body");
        return null;
    }

    // Headers that belong to the request as such are sent all the same.
    private static string? HostSends(ApiParameter parameter) => parameter.Place == ParameterPlace.Header && parameter.Name.ToLowerInvariant() is "accept" or "content-type" or "authorization" ? "the tool's host sends it" : null;

    private bool LeavesOut(ApiBody body, string why)
    {
        findings.Add(FindingCatalog.ParameterLeftOut, body.At, "body", why);
        return false;
    }

    private JsonObject Write(ApiOperation operation, string name, RequestParts parts, InputSchemas schemas)
    {
        var answer = AnswerParts.Of(operation.Answer, new(new(document, dirt, findings, MostOutputs)));
        if (operation.Method == "GET" && answer.IsList && operation.Answer.HasLinks) answer = answer.Paged(parts);
        var input = new List<JsonMember> { Member("type", "object"), JsonMake.Member("properties", JsonMake.Object(parts.Inputs)) };
        if (parts.Required.Count > 0) input.Add(JsonMake.Member("required", JsonMake.Texts(parts.Required.Distinct())));
        if (schemas.Definitions.Count > 0) input.Add(JsonMake.Member("$defs", JsonMake.Object(schemas.Definitions)));
        var inputSchema = JsonMake.Object(input);
        var sample = new SampleWriter(inputSchema).Write(parts.Examples);
        var description = this.Description(operation);
        var spec = new List<JsonMember> { Member("name", name), Member("description", description) };
        if (Prose.Plain(operation.Summary) is { Length: > 0 and <= 100 } title && title != description) spec.Add(Member("title", title));
        spec.Add(JsonMake.Member("inputSchema", inputSchema));
        spec.Add(JsonMake.Member("outputSchema", answer.OutputSchema));
        spec.Add(JsonMake.Member("implementation", Implementation(operation, parts, answer)));
        spec.Add(JsonMake.Member("examples", JsonMake.Array([JsonMake.Object(JsonMake.Member("input", sample), Member("output", "?"))])));
        if (operation.IsDeprecated) spec.Add(JsonMake.Member("x-deprecated", JsonMake.True));
        spec.Add(JsonMake.Member("x-openapi", JsonMake.Object("operation", JsonMake.Text(operation.ToString()))));
        return JsonMake.Object(spec);
    }

    private static JsonObject Implementation(ApiOperation operation, RequestParts parts, AnswerParts answer)
    {
        var members = new List<JsonMember> { Member("kind", "http") };
        var isUsual = operation.Method == (parts.Body is not null || parts.Form.Count > 0 || parts.Multipart.Count > 0 ? "POST" : "GET");
        if (!isUsual) members.Add(Member("method", operation.Method));
        members.Add(Member("url", AddressText.Of(operation, parts.Path)));
        if (parts.Let.Count > 0) members.Add(JsonMake.Member("let", JsonMake.Object(parts.Let)));
        if (parts.Query.Count > 0) members.Add(JsonMake.Member("query", Unique(parts.Query)));
        if (parts.Headers.Count > 0) members.Add(JsonMake.Member("headers", Unique(parts.Headers)));
        if (parts.Auth is { } auth) members.Add(JsonMake.Member("auth", auth));
        if (parts.Body is { } body) members.Add(JsonMake.Member("body", body));
        else if (parts.Multipart.Count > 0) members.Add(JsonMake.Member("multipart", Unique(parts.Multipart)));
        else if (parts.Form.Count > 0) members.Add(JsonMake.Member("form", Unique(parts.Form)));
        members.AddRange(answer.Members);
        return JsonMake.Object(members);
    }

    private string Description(ApiOperation operation)
    {
        var summary = Prose.Plain(operation.Summary);
        var text = Prose.Plain(operation.Description);
        if (text.Length == 0) text = summary;
        else if (summary.Length > 0 && !text.StartsWith(summary.TrimEnd('.'), System.StringComparison.OrdinalIgnoreCase)) text = Prose.With(summary, text);
        if (text.Length == 0) text = operation.ToString();
        var kept = Prose.Short(text, Prose.OfTool);
        if (kept.Length < text.Length) findings.Add(FindingCatalog.TextShortened, operation.At["description"].IsThere ? operation.At["description"] : operation.At, operation.ToString(), text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), kept.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return operation.IsDeprecated && !kept.StartsWith("deprecated", System.StringComparison.OrdinalIgnoreCase) ? "Deprecated. " + kept : kept;
    }

    private JsonObject? Refuse(ApiOperation operation, string why, string remedy)
    {
        findings.Add(FindingCatalog.OperationRefused, operation.At, operation.ToString(), why, remedy);
        return null;
    }

    private static JsonObject Unique(IEnumerable<JsonMember> members) => JsonMake.Object(members.DistinctBy(member => member.Name));

    private static JsonMember Member(string name, string text) => JsonMake.Member(name, JsonMake.Text(text));
}
