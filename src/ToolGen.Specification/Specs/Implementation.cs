using System.Collections.Generic;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Specs;

/// <summary>What fills a template: one record a kind.</summary>
public abstract record Implementation(JsonObject Node)
{
    /// <summary>The word of <c>kind</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>A C# body, or none where <c>NAME.tool.cs</c> stands beside.</summary>
public sealed record CodeImplementation(JsonObject Node, SpecText? Body) : Implementation(Node)
{
    public override string Kind => "code";
}

/// <summary>Parts that every declarative kind has: <c>let</c>, <c>fail</c>, <c>result</c>.</summary>
public abstract record DeclarativeImplementation(JsonObject Node) : Implementation(Node)
{
    public IReadOnlyList<NamedExpression> Let { get; init; } = [];

    public IReadOnlyList<FailRule> Fail { get; init; } = [];

    /// <summary>Null: by name (SPEC §1.3).</summary>
    public ResultObject? Result { get; init; }
}

/// <summary>A name and one C# expression: an entry of <c>let</c>, <c>set</c>, <c>group</c>, <c>aggregate</c>, <c>save</c> …</summary>
public sealed record NamedExpression(JsonMember Member, string Name, SpecText Expression);

/// <summary>An entry of <c>fail</c>: <c>when</c> is C#, code and message are values with holes.</summary>
public sealed record FailRule(JsonObject Node, SpecText When, HoleText Code, HoleText Message);

/// <summary>What stands in <c>result</c>, and in <c>select</c> and <c>set</c> where they make values (SPEC §1.3).</summary>
public abstract record ResultValue(JsonNode Node);

/// <summary>A string: always C#.</summary>
public sealed record ResultExpression(JsonNode Node, SpecText Expression) : ResultValue(Node);

/// <summary>JSON that stands for itself (number, boolean, null, array).</summary>
public sealed record ResultConstant(JsonNode Node) : ResultValue(Node);

/// <summary>An object: a value per property, names as in the schema.</summary>
public sealed record ResultObject(JsonNode Node, IReadOnlyList<ResultProperty> Properties) : ResultValue(Node);

/// <summary>A property of a <see cref="ResultObject"/>.</summary>
public sealed record ResultProperty(JsonMember Member, string Name, ResultValue Value);

/// <summary><c>{"each": sequence, "select": {only what differs}}</c> over <c>item</c>.</summary>
public sealed record ResultEach(JsonNode Node, SpecText Sequence, ResultObject? Select) : ResultValue(Node);

/// <summary>A string with holes (SPEC §1.1): literal pieces and references in turn.</summary>
public sealed record HoleText(SpecText Text, IReadOnlyList<HolePiece> Pieces);

/// <summary>A literal piece (<see cref="Reference"/> null, <c>{{</c> already undone) or a hole: the dotted path as written, such as <c>sales.totals</c>. Span in <see cref="SpecText.Value"/>.</summary>
public sealed record HolePiece(TextSpan Span, string Literal, string? Reference);

/// <summary>How a source text is cut into records.</summary>
public enum ParseFormat
{
    Json,
    JsonLines,
    Csv,
    Xml,
    Lines,
    Text,
}

/// <summary>The kind <c>transform</c>: parse → steps → result (SPEC §5). <c>file</c> adds read and write.</summary>
public record TransformImplementation(JsonObject Node) : DeclarativeImplementation(Node)
{
    public override string Kind => "transform";

    public required ParseFormat Format { get; init; }

    /// <summary>C# for the text to parse; null: the only required string input.</summary>
    public SpecText? SourceExpression { get; init; }

    /// <summary><c>"bad": "skip"</c>: bad records are counted, not errors.</summary>
    public bool SkipBad { get; init; }

    /// <summary>The shape of one record; null for lines and text, and for <c>"record": "any"</c>.</summary>
    public SchemaPlan? Record { get; init; }

    /// <summary><c>"record": "any"</c>: columns by name, <c>row["x"]</c>.</summary>
    public bool AnyRecord { get; init; }

    /// <summary>Named regular expressions, ECMA-262 with <c>u</c>.</summary>
    public IReadOnlyList<NamedPattern> Patterns { get; init; } = [];

    /// <summary><c>parse.match</c>: the pattern whose matches are the rows.</summary>
    public JsonString? Match { get; init; }

    /// <summary>json and xml: where the records are (JSON Pointer or XPath steps).</summary>
    public JsonString? Records { get; init; }

    public IReadOnlyDictionary<string, string> Namespaces { get; init; } = new Dictionary<string, string>();

    /// <summary>xml: record property (dotted from its parent) → XPath steps.</summary>
    public IReadOnlyDictionary<string, JsonString> Paths { get; init; } = new Dictionary<string, JsonString>();

    /// <summary>csv: one UTF-16 unit, default comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>csv: what escapes a quote inside quotes; default <c>"</c> (doubled, RFC 4180), or <c>\</c>.</summary>
    public char Escape { get; init; } = '"';

    public IReadOnlyList<Step> Steps { get; init; } = [];
}

/// <summary>An entry of <c>patterns</c>.</summary>
public sealed record NamedPattern(JsonMember Member, string Name, JsonString Pattern);

/// <summary>One step of a transform: each record a word of SPEC §5.</summary>
public abstract record Step(JsonObject Node);

public sealed record WhereStep(JsonObject Node, SpecText Condition) : Step(Node);

/// <summary>Adds or replaces properties of the row.</summary>
public sealed record SetStep(JsonObject Node, IReadOnlyList<ResultProperty> Properties) : Step(Node);

/// <summary>The row becomes what is listed.</summary>
public sealed record SelectStep(JsonObject Node, IReadOnlyList<ResultProperty> Properties) : Step(Node);

/// <summary>One row a match of the pattern in <paramref name="Source"/> (null: the line or text).</summary>
public sealed record MatchStep(JsonObject Node, JsonString Pattern, SpecText? Source) : Step(Node);

/// <summary>Keeps one row a key: the first in the order of <paramref name="Keep"/> (such as <c>row.Updated desc</c>); where that is empty the first read, or with <paramref name="KeepLast"/> (<c>"keep": "last"</c>) the last.</summary>
public sealed record DistinctStep(JsonObject Node, IReadOnlyList<SpecText> Keys, IReadOnlyList<OrderKey> Keep, bool KeepLast = false) : Step(Node);

/// <summary><paramref name="As"/> null: each element becomes the row; else the row is kept and gets it under that name.</summary>
public sealed record FlattenStep(JsonObject Node, SpecText Sequence, JsonMember? As) : Step(Node);

public sealed record GroupStep(JsonObject Node, IReadOnlyList<NamedExpression> Keys, IReadOnlyList<NamedExpression> Aggregates) : Step(Node);

/// <summary>Keeps a figure of the stream at that point for <c>result</c>.</summary>
public sealed record SaveStep(JsonObject Node, IReadOnlyList<NamedExpression> Figures) : Step(Node);

public sealed record OrderStep(JsonObject Node, IReadOnlyList<OrderKey> Keys) : Step(Node);

/// <summary>An expression (its optional last word <c>asc</c> or <c>desc</c> cut off: <paramref name="Length"/> units of <see cref="SpecText.Value"/> are the C#).</summary>
public sealed record OrderKey(SpecText Expression, int Length, bool Descending);

public sealed record SkipStep(JsonObject Node, SpecText Count) : Step(Node);

public sealed record TakeStep(JsonObject Node, SpecText Count) : Step(Node);
