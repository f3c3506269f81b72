namespace ToolGen.Specification.Findings;

/// <summary>The kind <c>transform</c>: what only shows when source, steps and result are put together (SPEC §5).</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor AggregateArguments = Transform(
        "TG2201",
        "Aggregate with wrong arguments",
        "{0} takes {1}, without a name",
        "Write `{2}`.",
        "An aggregate runs over all rows: its argument is evaluated once a row, with `row` in scope. To compare two values use `Math.Min` or `Math.Max`.",
        "\"aggregate\": { \"top\": \"max(row.A, row.B)\" }",
        "\"aggregate\": { \"top\": \"max(Math.Max(row.A, row.B))\" }");

    public static readonly FindingDescriptor AggregateNested = Transform(
        "TG2202",
        "Aggregate inside an aggregate",
        "{0} stands inside {1}: rows pass only once",
        "Keep the inner figure in a step before (`set` or `save`), or run over `rows` with LINQ: `rows.Sum(r => …)`.",
        "Figures are made while rows stream by; the inner one would have to be complete before the outer one begins.",
        "\"result\": { \"spread\": \"sum(row.A - average(row.A))\" }",
        "\"let\": { \"mean\": \"average(row.A)\" }, \"result\": { \"spread\": \"rows.Sum(r => r.A - mean!.Value)\" }");

    public static readonly FindingDescriptor RowOutsideAggregate = Transform(
        "TG2203",
        "No single row here",
        "`row` stands outside of an aggregate, where there is no single row",
        "Put it into one, such as `first(row.Name)`, or make it a key of the group.",
        "In `aggregate`, `save`, `let` and `result` all rows are meant; only the argument of an aggregate sees one after the other.",
        "\"aggregate\": { \"name\": \"row.Name\" }",
        "\"aggregate\": { \"name\": \"first(row.Name)\" }");

    public static readonly FindingDescriptor SourceUnclear = Transform(
        "TG2204",
        "Unclear what to parse",
        "the text to parse must be the only required string input; there are several or none: {0}",
        "Write `\"source\": \"input.{1}\"`.",
        "Where exactly one input is a required string, it is the source. Otherwise the spec says which, never the order of properties.",
        "\"kind\": \"transform\", \"parse\": \"csv\"",
        "\"kind\": \"transform\", \"parse\": \"csv\", \"source\": \"input.Csv\"");

    public static readonly FindingDescriptor RowUnknown = Transform(
        "TG2205",
        "Properties of the row are not known",
        "this step keeps the row's properties, but what they are is not known here",
        "Write a `select` that lists them; behind a flatten, keep the row with `{\"flatten\": {\"name\": \"sequence\"}}`.",
        "After `record: any` or a flatten over an expression, rows have whatever the data has. `set` needs to know what to keep.",
        "{ \"flatten\": \"row.Line.Split(' ')\" }, { \"set\": { \"n\": \"row.Length\" } }",
        "{ \"flatten\": \"row.Line.Split(' ')\" }, { \"select\": { \"word\": \"row\", \"n\": \"row.Length\" } }");

    public static readonly FindingDescriptor LetCycle = Transform(
        "TG2206",
        "Names wait for each other",
        "{0} waits for {1}, which never comes to be",
        "Break the circle: one of them must not use the other.",
        "A `let` is evaluated when the names it uses exist. Two that use each other never are.",
        "\"let\": { \"a\": \"b + 1\", \"b\": \"a + 1\" }",
        "\"let\": { \"a\": \"1\", \"b\": \"a + 1\" }");

    public static readonly FindingDescriptor LetTooLate = Transform(
        "TG2207",
        "Needed before it is known",
        "a step uses {0}, which is only known when all rows have passed",
        "Use figures of rows in `result`; in a step use the input.",
        "Steps run while rows stream by. A `let` over `rows`, `run` or an aggregate has its value only afterwards.",
        "\"let\": { \"top\": \"max(row.A)\" }, \"steps\": [ { \"where\": \"row.A == top\" } ]",
        "\"result\": { \"best\": \"rows.Where(r => r.A == top)\" }");

    public static readonly FindingDescriptor PreviousWithoutOrder = Transform(
        "TG2208",
        "The row before, without an order",
        "`prev` is used before any `order`",
        "Put an `order` step before this `set`.",
        "Which row is before another is only settled by an order; the order of a source may change.",
        "{ \"set\": { \"change\": \"row.Close - prev?.Close\" } }",
        "{ \"order\": \"row.Day\" }, { \"set\": { \"change\": \"row.Close - prev?.Close\" } }");

    public static readonly FindingDescriptor ResultUnknown = Transform(
        "TG2209",
        "No such output property",
        "the output has no property {0}",
        "It has {1}.",
        "`result` fills the properties of `outputSchema` by name.",
        "\"result\": { \"totals\": \"rows\" }",
        "\"result\": { \"total\": \"rows\" }");

    public static readonly FindingDescriptor ResultMissing = Transform(
        "TG2210",
        "Output property without a value",
        "nothing gives the required output property {0}",
        "Add it to `result`, or give the rows a property of that name with `set`, `select` or `aggregate`.",
        "Outputs are filled by name: from `result`, from a `let` or `save` of that name, from the rows where it is the only list, and elements from the row's properties.",
        "\"result\": { \"regions\": \"rows\" }",
        "\"result\": { \"regions\": \"rows\", \"grand_total\": \"sum(row.Total)\" }");

    public static readonly FindingDescriptor ResultShape = Transform(
        "TG2211",
        "Value of another shape",
        "{0} cannot fill a property of type {1}",
        "Write C# that gives that type; a constant text is written with inner quotes, a list of objects as `{\"each\": …, \"select\": {…}}`.",
        "Each property of `result` is C# (a string), a constant, an object of properties, or a list made by `each`, and must be of the property's shape.",
        "\"result\": { \"count\": { \"each\": \"rows\" } }",
        "\"result\": { \"count\": \"rows.Count\" }");

    public static readonly FindingDescriptor RecordMissing = Transform(
        "TG2212",
        "No record",
        "rows of {0} need the shape of a record",
        "Write an object such as `\"record\": {\"id\": \"integer\", \"note?\": \"string\"}`; csv, json and jsonl also take `\"any\"`.",
        "The record says which columns or members a row has and of which type, so that a bad one is found with its line.",
        "\"parse\": \"csv\"",
        "\"parse\": \"csv\", \"record\": { \"region\": \"string\", \"amount\": \"number\" }");

    public static readonly FindingDescriptor RecordCell = Transform(
        "TG2213",
        "Type that one value cannot have",
        "{0} is {1}, which a value of {2} cannot hold",
        "Take it as `string` and cut it in a `set` step, such as `row.Tags.Split(' ')`.",
        "A cell of a table, an attribute and the text of an element are one text each. JSON and XML elements can hold more.",
        "\"parse\": \"csv\", \"record\": { \"tags\": [\"string\"] }",
        "\"parse\": \"csv\", \"record\": { \"tags\": \"string\" }");

    public static readonly FindingDescriptor XmlPathBad = Transform(
        "TG2214",
        "No XML path",
        "{0} cannot be used: {1}",
        "Write XPath steps alone, such as `dc:creator`, `tags/tag`, `@id`; `records` begins at the root: `/rss/channel/item`.",
        "Records are found while the document streams by; predicates, axes and functions would need all of it.",
        "\"records\": \"//channel/item[1]\"",
        "\"records\": \"/rss/channel/item\"");

    public static readonly FindingDescriptor XmlPathUnused = Transform(
        "TG2215",
        "Path of no property",
        "the record has no property {0}",
        "Name a property of `record`; inside a list or object with a dot, such as `lines.sku`.",
        "`paths` says where a property of the record stands in the document. Its keys are the record's own names.",
        "\"record\": { \"published\": \"date-time\" }, \"paths\": { \"date\": \"pubDate\" }",
        "\"record\": { \"published\": \"date-time\" }, \"paths\": { \"published\": \"pubDate\" }");

    public static readonly FindingDescriptor PointerBad = Transform(
        "TG2216",
        "No JSON Pointer",
        "{0} is no path to the records of this format",
        "{1}",
        "`records` of JSON is a JSON Pointer (RFC 6901) to the array of records; without it the root is meant.",
        "\"parse\": { \"format\": \"json\", \"records\": \"data.items\" }",
        "\"parse\": { \"format\": \"json\", \"records\": \"/data/items\" }");

    public static readonly FindingDescriptor MatchSource = Transform(
        "TG2217",
        "Unclear what to match in",
        "rows have neither Line nor Text here",
        "Write `{\"match\": \"name\", \"source\": \"row.Note\"}`.",
        "A match looks into the line or text of a row; any other property must be named.",
        "{ \"match\": \"email\" }",
        "{ \"match\": \"email\", \"source\": \"row.Note\" }");

    public static readonly FindingDescriptor NameTaken = Transform(
        "TG2218",
        "Name used twice",
        "{0} is a name that another entry has",
        "Choose another name.",
        "Patterns, lets and saved figures share one scope; keys and aggregates share one row.",
        "\"let\": { \"email\": \"…\" }, \"patterns\": { \"email\": \"…\" }",
        "\"let\": { \"address\": \"…\" }, \"patterns\": { \"email\": \"…\" }");

    private static FindingDescriptor Transform(string id, string title, string message, string remedy, string explanation, string bad, string good) =>
        new(id, title, FindingSeverity.Error, message, remedy, explanation, bad, good);
}
