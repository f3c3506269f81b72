using System.Collections.Generic;
using ToolGen.OpenApi.Documents;

namespace ToolGen.OpenApi.Operations;

/// <summary>One operation of a document of any version.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Path">As the document has it, with <c>{name}</c> for path parameters.</param>
internal sealed record ApiOperation(At At, string Method, string Path)
{
    /// <summary>The <c>operationId</c>; null: none.</summary>
    public string? Id { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool IsDeprecated { get; init; }

    /// <summary>Where requests go, without a slash at the end; null: the document does not say.</summary>
    public string? Server { get; init; }

    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    public ApiBody? Body { get; init; }

    public ApiAnswer Answer { get; init; } = new(AnswerKind.Unknown, default);

    /// <summary>Ways to authorise, each of schemes that are needed together; empty: none is needed.</summary>
    public IReadOnlyList<IReadOnlyList<ApiScheme>> Security { get; init; } = [];

    /// <summary>As people write it: <c>GET /pets/{id}</c>.</summary>
    public override string ToString() => $"{this.Method} {this.Path}";
}

/// <summary>Where a parameter is sent.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
    Form,
    Part,
}

/// <summary>A parameter of any version.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Name">As the service knows it.</param>
/// <param name="Place">Where it is sent.</param>
/// <param name="Schema">Its schema; in Swagger 2.0 the parameter itself.</param>
internal sealed record ApiParameter(At At, string Name, ParameterPlace Place, At Schema)
{
    public bool IsRequired { get; init; }

    /// <summary><c>form spaceDelimited pipeDelimited tabDelimited deepObject simple label matrix</c>.</summary>
    public string Style { get; init; } = "simple";

    public bool Explodes { get; init; }

    /// <summary>Whether the value is JSON in a text (<c>content</c>).</summary>
    public bool IsJsonText { get; init; }

    public string? Description { get; init; }

    /// <summary>A value that the document shows; nothing: none.</summary>
    public At Example { get; init; }
}

/// <summary>How a body is written.</summary>
internal enum BodyKind
{
    Json,
    Text,
    Form,
    Parts,
    Binary,
}

/// <summary>The body of a request.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="MediaType">As the document has it.</param>
/// <param name="Schema">Its schema; nothing: any.</param>
internal sealed record ApiBody(At At, BodyKind Kind, string MediaType, At Schema)
{
    public bool IsRequired { get; init; }

    public string? Description { get; init; }

    public At Example { get; init; }

    /// <summary>How the parts of a multipart body are written, by name; nothing: by their types.</summary>
    public At Encoding { get; init; }
}

/// <summary>What an operation answers where it goes well.</summary>
internal enum AnswerKind
{
    /// <summary>The document does not say.</summary>
    Unknown,

    /// <summary>A status alone.</summary>
    Empty,

    Json,

    Text,
}

/// <summary>The answer of an operation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Schema">Of JSON; nothing: any.</param>
internal sealed record ApiAnswer(AnswerKind Kind, At Schema)
{
    /// <summary>Whether a header <c>Link</c> is described: further pages are links.</summary>
    public bool HasLinks { get; init; }
}

/// <summary>A security scheme.</summary>
/// <param name="Name">As the document calls it.</param>
/// <param name="Kind"><c>bearer basic header query cookie</c>, or another word that the document has.</param>
/// <param name="Parameter">The header or query parameter that carries it; else empty.</param>
internal sealed record ApiScheme(string Name, string Kind, string Parameter);
