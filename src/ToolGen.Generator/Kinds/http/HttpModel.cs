using System.Collections.Generic;
using ToolGen.Generator.Kinds.Declarative;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>What <c>http.sbn</c> prints: every decision made.</summary>
/// <param name="Output">The result's type.</param>
/// <param name="Statuses">What makes the contract's <c>HttpStatuses</c> of the tool; empty for the standard ones.</param>
/// <param name="UsesNow">Whether <c>now</c> is used.</param>
/// <param name="Statements">Those of <c>let</c> and <c>fail</c>, and the request among them.</param>
/// <param name="Result">The expression of the result.</param>
internal sealed record HttpModel(string Output, string Statuses, bool UsesNow, IReadOnlyList<string> Statements, string Result);

/// <summary>What <c>request.sbn</c> prints.</summary>
internal sealed record RequestModel
{
    /// <summary>As a C# literal.</summary>
    public required string Method { get; init; }

    /// <summary>What makes the address.</summary>
    public required string Address { get; init; }

    /// <summary>Calls that add a header each.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>What makes the body; empty: none.</summary>
    public required string Body { get; init; }

    /// <summary>What makes the authorisation; empty: none.</summary>
    public required string Auth { get; init; }

    public required int Retries { get; init; }

    public required string Statuses { get; init; }

    /// <summary>The type of the answer; empty: it isn't read.</summary>
    public required string Response { get; init; }

    /// <summary>Reads the answer; empty: it is text.</summary>
    public required string Reader { get; init; }

    /// <summary>What makes the contract's <c>HttpPaging</c>; empty: one page.</summary>
    public required string Paging { get; init; }
}

/// <summary>The address of a request.</summary>
/// <param name="Expression">What makes it.</param>
/// <param name="Origin">Scheme, host and port.</param>
/// <param name="Path">With its first slash; <c>*</c> where a value stands.</param>
internal sealed record AddressModel(string Expression, string Origin, string Path);
