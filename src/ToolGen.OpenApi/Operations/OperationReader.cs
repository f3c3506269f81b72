using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Operations;

/// <summary>Reads one operation; what differs between versions is in the classes below it.</summary>
internal abstract class OperationReader(DocumentSet document, Dirt dirt, ImportFindings findings)
{
    protected DocumentSet Document => document;

    protected Dirt Dirt => dirt;

    protected ImportFindings Findings => findings;

    /// <param name="path">As written.</param>
    /// <param name="item">The path item.</param>
    /// <param name="method">In capitals.</param>
    /// <param name="at">The operation.</param>
    public ApiOperation Read(string path, At item, string method, At at)
    {
        // An operation's own parameter takes the place of the path item's of the same name and place.
        var parameters = new Dictionary<(string, string), At>();
        foreach (var written in item["parameters"].Items.Concat(at["parameters"].Items))
        {
            var parameter = document.Resolve(written);
            if (parameter.IsObject) parameters[(parameter["name"].Text ?? "", parameter["in"].Text ?? "")] = parameter;
        }

        var operation = new ApiOperation(at, method, path)
        {
            Id = at["operationId"].Text,
            Summary = at["summary"].Text ?? item["summary"].Text,
            Description = at["description"].Text ?? item["description"].Text,
            Tags = [.. at["tags"].Items.Select(tag => tag.Text).OfType<string>()],
            IsDeprecated = dirt.Flag(at, "deprecated") == true,
        };
        return this.Complete(operation, item, [.. parameters.Values]);
    }

    /// <summary>Adds server, parameters, body, answer and security.</summary>
    protected abstract ApiOperation Complete(ApiOperation operation, At item, IReadOnlyList<At> parameters);

    /// <summary>The answer that is described for success: the first 2xx with a body, else the first 2xx, else <c>default</c>.</summary>
    protected ApiAnswer Answer(At operation, System.Func<At, ApiAnswer> read)
    {
        var responses = operation["responses"].Members.ToList();
        var good = responses.Where(response => response.Name.StartsWith('2')).OrderBy(response => response.Name, System.StringComparer.Ordinal).ToList();
        if (good.Count == 0) good = [.. responses.Where(response => response.Name == "default")];
        var answers = good.Select(response => (response.Name, Answer: read(document.Resolve(response.Value)))).ToList();
        var best = answers.FirstOrDefault(answer => answer.Answer.Kind is AnswerKind.Json or AnswerKind.Text).Answer;
        if (best is not null) return best;
        return answers.Count > 0 && answers.All(answer => answer.Name is "204" or "205") ? new(AnswerKind.Empty, default) : new(AnswerKind.Unknown, default);
    }

    protected static bool IsJson(string mediaType)
    {
        var type = Bare(mediaType);
        return type is "application/json" or "text/json" or "*/*" or "application/*" || type.EndsWith("+json", System.StringComparison.Ordinal) || (type.StartsWith("application/json", System.StringComparison.Ordinal));
    }

    protected static bool IsText(string mediaType) => Bare(mediaType) is var type
        && (type.StartsWith("text/", System.StringComparison.Ordinal) || type is "application/xml" or "application/x-ndjson" or "application/jsonl" or "application/yaml" or "application/x-yaml" or "application/graphql" or "application/sparql-query" || type.EndsWith("+xml", System.StringComparison.Ordinal));

    internal static BodyKind KindOf(string mediaType) =>
        IsJson(mediaType) ? BodyKind.Json
        : Bare(mediaType) == "application/x-www-form-urlencoded" ? BodyKind.Form
        : Bare(mediaType).StartsWith("multipart/", System.StringComparison.Ordinal) ? BodyKind.Parts
        : IsText(mediaType) ? BodyKind.Text : BodyKind.Binary;

    protected static ParameterPlace? PlaceOf(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "path" => ParameterPlace.Path,
        "query" or "querystring" => ParameterPlace.Query,
        "header" => ParameterPlace.Header,
        "cookie" => ParameterPlace.Cookie,
        "formdata" => ParameterPlace.Form,
        _ => null,
    };

    /// <summary>The value that a parameter or media type shows.</summary>
    protected At ExampleOf(At at)
    {
        if (at["example"].IsThere) return at["example"];
        var first = at["examples"].Members.Select(example => document.Resolve(example.Value)).FirstOrDefault(example => example["value"].IsThere);
        return first.IsThere ? first["value"] : default;
    }

    private static string Bare(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
