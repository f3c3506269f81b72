namespace ToolGen.Specification.Findings;

/// <summary>Near misses with a mechanical remedy: what <c>toolgen fix</c> mends.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor AliasKey = new(
        "TG0101",
        "Key goes by another name here",
        FindingSeverity.Error,
        "`{0}` is written `{1}` here",
        "Write `{1}`; `toolgen fix` does it.",
        "The format has one word for each thing, so that specs read alike and are compared by hash. Words that models write "
        + "out of habit are known: `toolgen fix` puts the right one in place, and the meaning does not change.",
        "\"uri\": \"https://api.example/v1\"",
        "\"url\": \"https://api.example/v1\"");

    public static readonly FindingDescriptor AliasStructure = new(
        "TG0102",
        "Shape goes by another form here",
        FindingSeverity.Error,
        "{0}",
        "{1}; `toolgen fix` does it.",
        "The same thing was written in a shape that other formats use. There is one mechanical way to say it in this format.",
        "\"expect\": { \"requests\": [\"GET https://api.example/v1\"] }",
        "\"expect\": { \"requests\": [{ \"method\": \"GET\", \"url\": \"https://api.example/v1\" }] }");

    public static readonly FindingDescriptor AliasCode = new(
        "TG0103",
        "Error code goes by another name",
        FindingSeverity.Error,
        "the error code `{0}` is `{1}` here",
        "Write `{1}`; `toolgen fix` does it.",
        "Error codes that are not a tool's own are a closed list, the same for every kind, so that a caller can act on them.",
        "\"error\": \"http_404\"",
        "\"error\": \"not_found\"");

    public static readonly FindingDescriptor SamplesInSpec = new(
        "TG0104",
        "Held-out samples stand in the spec",
        FindingSeverity.Error,
        "`{0}` holds samples that belong into {1}",
        "Move them there; `toolgen fix` does it.",
        "`examples` are shown to models. Held-out samples are not, or they would test memory: they stand in "
        + "`NAME.tests.json` beside the spec.",
        "{ \"name\": \"add\", \"tests\": [{ \"input\": { \"a\": 1, \"b\": 2 }, \"output\": { \"sum\": 3 } }] }",
        "add.tests.json: [{ \"input\": { \"a\": 1, \"b\": 2 }, \"output\": { \"sum\": 3 } }]");

    public static readonly FindingDescriptor TypeWord = new(
        "TG0105",
        "Word is no type",
        FindingSeverity.Error,
        "`{0}` is no type",
        "Write {1}; `toolgen fix` does it.",
        "Types are those of JSON Schema (and, in short records, the words of the format). Words of programming languages "
        + "have one counterpart each; `any` is the absence of `type`.",
        "{ \"type\": \"dict\" }",
        "{ \"type\": \"object\" }");

    public static readonly FindingDescriptor NoKeyword = new(
        "TG0106",
        "Word is no keyword of JSON Schema",
        FindingSeverity.Error,
        "`{0}` is no keyword of this form",
        "{1}; `toolgen fix` does it.",
        "An unknown word in a schema would be ignored by other readers and change what they accept. What it means is said "
        + "with `required`, `type` and `prefixItems`.",
        "{ \"properties\": { \"a\": { \"type\": \"string\", \"optional\": true } }, \"required\": [\"a\"] }",
        "{ \"properties\": { \"a\": { \"type\": \"string\" } }, \"required\": [] }");

    public static readonly FindingDescriptor WrongDefault = new(
        "TG0107",
        "Default is of another type",
        FindingSeverity.Error,
        "the default {0} is not of the type {1}",
        "{2}; `toolgen fix` does it.",
        "A default stands in for an argument, so it must itself be accepted. Text that spells a boolean or a number becomes "
        + "that; a single value where a list is meant becomes a list of one, if its elements may be that; any other can never "
        + "be accepted and is taken out, so that the argument is just left out.",
        "{ \"type\": \"boolean\", \"default\": \"false\" }",
        "{ \"type\": \"boolean\", \"default\": false }");

    public static readonly FindingDescriptor MendedName = new(
        "TG0108",
        "Name is to be mended",
        FindingSeverity.Error,
        "`{0}` is not the legal name of this tool",
        "Write `{1}`; `toolgen fix` does it where the file is called so.",
        "Names fit every model provider: ASCII letters, digits, `_` and `-`, a letter first, at most 64. Each run of other "
        + "characters becomes one `_`; of names equal but for case the later ones are numbered from 2, and their files carry "
        + "the number.",
        "\"name\": \"math.factorial\"",
        "\"name\": \"math_factorial\"");

    public static readonly FindingDescriptor HoleStyle = new(
        "TG0109",
        "Hole is written in another style",
        FindingSeverity.Error,
        "`{0}` is written `{1}` here",
        "Write `{1}`; `toolgen fix` does it.",
        "A hole is a name in single braces. Styles of shells, template languages and SQL drivers are known where they name "
        + "something that exists.",
        "\"input\": { \"text\": \"${sales.total}\" }",
        "\"input\": { \"text\": \"{sales.total}\" }");

    public static readonly FindingDescriptor BareProse = new(
        "TG0110",
        "Text stands where C# is read",
        FindingSeverity.Error,
        "`{0}` is read as C#, and is none",
        "Write it as a C# string: `{1}`; `toolgen fix` does it.",
        "A string in `result`, `set` and `select` is always C#. Constant text is a C# string inside the JSON string.",
        "\"result\": { \"status\": \"all is well\" }",
        "\"result\": { \"status\": \"\\\"all is well\\\"\" }");

    public static readonly FindingDescriptor ThrownException = new(
        "TG0111",
        "Body throws an exception",
        FindingSeverity.Error,
        "a tool ends with `Fail`, not with `{0}`",
        "Write `{1}`; `toolgen fix` does it.",
        "`throw Fail(\"code\", \"message\")` reaches the caller as an error it can act on; any other exception is an internal "
        + "error with no message.",
        "throw new ArgumentException(\"end is before start\");",
        "throw Fail(\"invalid_input\", \"end is before start\");");

    public static readonly FindingDescriptor PropertySpelling = new(
        "TG0112",
        "C# spells the property in another way",
        FindingSeverity.Error,
        "`{0}` is `{1}` in C#",
        "Write `{1}`; `toolgen fix` does it.",
        "JSON names become Pascal case in C#: `min_total` is `MinTotal`. `toolgen types` prints the declarations.",
        "\"where\": \"row.total >= input.min_total\"",
        "\"where\": \"row.Total >= input.MinTotal\"");

    public static readonly FindingDescriptor WholeMethod = new(
        "TG0114",
        "Body is a whole method",
        FindingSeverity.Error,
        "the body declares the method `{0}` around its statements",
        "Leave the signature and its braces out; `toolgen fix` does it.",
        "The signature is given: `async ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken "
        + "cancellationToken)`. A body is the statements alone; helpers are local functions.",
        "\"body\": [\"public Output Add(Input input)\", \"{\", \"    return new Output(input.A + input.B);\", \"}\"]",
        "\"body\": \"return new Output(input.A + input.B);\"");

    public static readonly FindingDescriptor ContextSpelling = new(
        "TG0115",
        "Name of the body's surroundings is spelled in another way",
        FindingSeverity.Error,
        "`{0}` is `{1}` here",
        "Write `{1}`; `toolgen fix` does it.",
        "A body sees `input`, `context` and `cancellationToken`; the time is `context.Now`.",
        "var now = context.Clock.UtcNow;",
        "var now = context.Now;");

    public static readonly FindingDescriptor MessageIsCSharp = new(
        "TG0116",
        "Code or message of `fail` is C#",
        FindingSeverity.Error,
        "`{0}` is C#, and code and message of `fail` are text with holes",
        "Write `{1}`; `toolgen fix` does it.",
        "`when` is C#; `code` and `message` are values with holes: text in which `{name}` stands for an input or a dotted path.",
        "{ \"when\": \"!response.Ok\", \"code\": \"rejected\", \"message\": \"response.Error\" }",
        "{ \"when\": \"!response.Ok\", \"code\": \"rejected\", \"message\": \"{response.error}\" }");

    public static readonly FindingDescriptor RowSpelling = new(
        "TG0117",
        "Row goes by another name",
        FindingSeverity.Error,
        "`{0}` is `{1}` here",
        "Write `{1}`; `toolgen fix` does it.",
        "In the steps of a transform the row is `row`. No lambda is needed around an expression.",
        "\"where\": \"r => r.Amount > 0\"",
        "\"where\": \"row.Amount > 0\"");

    public static readonly FindingDescriptor ElementType = new(
        "TG0118",
        "Type of a list element goes by another name",
        FindingSeverity.Error,
        "there is no type `{0}` here; the elements of that list are `{1}`",
        "Write `{1}`; `toolgen fix` does it.",
        "The type of a list's elements is the name of the list in Pascal case with `Item` behind it: `slots` holds `SlotsItem`.",
        "var slots = new List<Slot>();",
        "var slots = new List<SlotsItem>();");

    public static readonly FindingDescriptor DecimalForDouble = new(
        "TG0119",
        "Decimal where a double is meant",
        FindingSeverity.Error,
        "`{0}` is a decimal, and a double is meant",
        "Cast it: `{1}`; `toolgen fix` does it.",
        "A `number` is a double in C#; `\"format\": \"decimal\"` makes it a decimal, for money. C# does not convert between them "
        + "by itself.",
        "return new Output(Math.Round(1 - (decimal)a / b, 4));",
        "return new Output((double)(Math.Round(1 - (decimal)a / b, 4)));");
}
