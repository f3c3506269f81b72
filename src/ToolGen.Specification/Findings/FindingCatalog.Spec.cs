namespace ToolGen.Specification.Findings;

/// <summary>What can be wrong with the meaning of a spec.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor NameIsNotFile = new(
        "TG0042",
        "Name differs from the file's",
        FindingSeverity.Error,
        "the tool is called '{0}', its file '{1}'",
        "Rename the file to {0}.tool.json, or write \"name\": \"{1}\".",
        "Who looks for a tool looks for its file.",
        "(in add.tool.json) { \"name\": \"sum\" }",
        "(in add.tool.json) { \"name\": \"add\" }");

    public static readonly FindingDescriptor UnknownKind = new(
        "TG0043",
        "Unknown kind",
        FindingSeverity.Error,
        "'{0}' is no kind",
        "Write \"{1}\".",
        "Own kinds of a project are allowed, but not with a name this near to a kind that ToolGen brings.",
        "{ \"kind\": \"trasform\" }",
        "{ \"kind\": \"transform\" }");

    public static readonly FindingDescriptor NoExamples = new(
        "TG0044",
        "No examples",
        FindingSeverity.Error,
        "'examples' is empty",
        "Add an example: an input, and the output or error that must come of it.",
        "Examples are the tool's first tests, and models learn from them how to call it.",
        "{ \"examples\": [] }",
        "{ \"examples\": [ { \"input\": { \"a\": 1 }, \"output\": { \"sum\": 1 } } ] }");

    public static readonly FindingDescriptor SampleInput = new(
        "TG0045",
        "A sample's input breaks the schema",
        FindingSeverity.Error,
        "the input doesn't fit inputSchema at '{0}': {1}",
        "Mend the input or the schema; where the refusal is what the sample shows, write \"error\": \"invalid_input {0}\".",
        "A sample that the tool refuses before it runs shows nothing.",
        "{ \"input\": { \"top\": \"3\" }, \"output\": {} }",
        "{ \"input\": { \"top\": 3 }, \"output\": {} }");

    public static readonly FindingDescriptor SampleOutput = new(
        "TG0046",
        "A sample's output breaks the schema",
        FindingSeverity.Error,
        "the output doesn't fit outputSchema at '{0}': {1}",
        "Mend the output or the schema.",
        "The tool can never yield this output: it is checked against the schema before anybody sees it.",
        "{ \"output\": { \"sum\": \"3\" } }",
        "{ \"output\": { \"sum\": 3 } }");

    public static readonly FindingDescriptor UnknownError = new(
        "TG0047",
        "Unknown error code",
        FindingSeverity.Error,
        "'{0}' is neither an error that ToolGen knows nor one of this spec",
        "Write {1}, or declare it: \"errors\": { \"{0}\": \"when it comes\" }.",
        "Callers handle errors by their codes: the codes are those of the closed list and those that the spec declares or fails with.",
        "{ \"error\": \"http_404\" }",
        "{ \"error\": \"not_found\" }");

    public static readonly FindingDescriptor ReservedError = new(
        "TG0048",
        "Error code taken",
        FindingSeverity.Error,
        "'{0}' already has a meaning",
        "Choose another code; the closed list is: {1}.",
        "A code of the closed list means the same in every tool.",
        "{ \"errors\": { \"timeout\": \"the bus was late\" } }",
        "{ \"errors\": { \"bus_late\": \"the bus was late\" } }");

    public static readonly FindingDescriptor BadHole = new(
        "TG0049",
        "Malformed hole",
        FindingSeverity.Error,
        "'{0}' is no hole",
        "Write {name} or a dotted path such as {step.value}; a brace itself is {{ or }}.",
        "In a value with holes a brace begins the name of an input, a let or a step's result. C# has no place there: give it a name in 'let'.",
        "{ \"url\": \"https://a.example/{input.Id + 1}\" }",
        "{ \"let\": { \"next\": \"input.Id + 1\" }, \"url\": \"https://a.example/{next}\" }");

    public static readonly FindingDescriptor UnclosedHole = new(
        "TG0050",
        "Brace not closed",
        FindingSeverity.Error,
        "a '{' has no '}'",
        "Close it, or double it: {{.",
        "A single brace begins a hole.",
        "{ \"message\": \"bad {name\" }",
        "{ \"message\": \"bad {name}\" }");

    public static readonly FindingDescriptor HiddenText = new(
        "TG0051",
        "Invisible character in text",
        FindingSeverity.Error,
        "the text of '{0}' holds the invisible character {1}",
        "Remove it; only samples may hold one, as an escape.",
        "What a reviewer can't see may still be read by a model or a compiler.",
        "{ \"description\": \"Adds.\\u200b\" }",
        "{ \"description\": \"Adds.\" }");

    public static readonly FindingDescriptor BadUrl = new(
        "TG0052",
        "Address that can't be trusted",
        FindingSeverity.Error,
        "the address {0}",
        "Write https:// (or http://), a literal host and then the path, such as https://api.example/v1/items/{id}.",
        "The host is fixed by the spec, so that a value can never choose where a request, and its secret, goes.",
        "{ \"url\": \"https://{host}/v1\" }",
        "{ \"url\": \"https://api.example/v1\" }");

    public static readonly FindingDescriptor BadPath = new(
        "TG0053",
        "Path outside the granted folders",
        FindingSeverity.Error,
        "the path '{0}' {1}",
        "Write a path that begins with the name of a granted folder, such as data/{name}.csv.",
        "A spec names folders logically; the host says where they are. Absolute paths and '..' could leave them.",
        "{ \"read\": \"/etc/passwd\" }",
        "{ \"read\": \"data/users.csv\" }");

    public static readonly FindingDescriptor UnknownReference = new(
        "TG0054",
        "Name of something that isn't there",
        FindingSeverity.Error,
        "there is no {0} '{1}'",
        "{2}",
        "The name must be declared in the same spec.",
        "{ \"match\": \"emial\", \"patterns\": { \"email\": \"@\" } }",
        "{ \"match\": \"email\", \"patterns\": { \"email\": \"@\" } }");

    public static readonly FindingDescriptor RecordMismatch = new(
        "TG0055",
        "Record and parse don't fit",
        FindingSeverity.Error,
        "{0}",
        "{1}",
        "Records of json, jsonl, csv and xml have properties that 'record' names; rows of lines and text always have the same ones.",
        "{ \"parse\": \"lines\", \"record\": { \"a\": \"string\" } }",
        "{ \"parse\": \"lines\" }");

    public static readonly FindingDescriptor BadCapability = new(
        "TG0056",
        "Malformed capability",
        FindingSeverity.Error,
        "'{0}' is no capability",
        "Write one of: http GET https://host/path/*, read folder/**, write folder/*, sql database read, tool name@^1, secret name, clock, random.",
        "A capability says in one line what effect the tool may have, and a person approves that line.",
        "{ \"capabilities\": [ \"network\" ] }",
        "{ \"capabilities\": [ \"http GET https://api.example/v1/*\" ] }");

    public static readonly FindingDescriptor FewAsks = new(
        "TG0057",
        "Too few or too many asks",
        FindingSeverity.Warning,
        "'asks' has {0} requests",
        "Write 3 to 10 requests as a user would put them.",
        "The tool is found by them: fewer miss users' words, more drown other tools.",
        "{ \"asks\": [ \"add\" ] }",
        "{ \"asks\": [ \"add two numbers\", \"what is 3 plus 4\", \"sum of these\" ] }");

    public static readonly FindingDescriptor ReservedWord = new(
        "TG0058",
        "Reserved word",
        FindingSeverity.Error,
        "'{0}' is a word of C#",
        "Choose another name, such as {0}_value.",
        "Names of let, steps, patterns and groups are spelled the same in holes and in C#.",
        "{ \"let\": { \"class\": \"1\" } }",
        "{ \"let\": { \"class_name\": \"1\" } }");

    public static readonly FindingDescriptor ShadowedName = new(
        "TG0059",
        "Name already in scope",
        FindingSeverity.Error,
        "'{0}' already means something here",
        "Choose another name.",
        "Two things of one name would leave it open which one an expression means.",
        "{ \"let\": { \"input\": \"1\" } }",
        "{ \"let\": { \"first_input\": \"1\" } }");

    public static readonly FindingDescriptor SecretInHeader = new(
        "TG0060",
        "Secret in plain sight",
        FindingSeverity.Error,
        "the header '{0}' carries a secret",
        "Use 'auth': {\"bearer\": \"secret_name\"} or {\"header\": \"{0}\", \"secret\": \"secret_name\"}.",
        "A key in a spec is a key in every prompt, log and repository. The host grants secrets by name and adds them itself.",
        "{ \"headers\": { \"Authorization\": \"Bearer abc\" } }",
        "{ \"auth\": { \"bearer\": \"rates_key\" } }");

    public static readonly FindingDescriptor BadInstant = new(
        "TG0061",
        "Malformed instant",
        FindingSeverity.Error,
        "'{0}' is no instant",
        "Write an RFC 3339 date and time with its offset, such as 2025-03-31T12:00:00Z.",
        "The clock of a sample stands at one instant.",
        "{ \"now\": \"yesterday\" }",
        "{ \"now\": \"2025-03-31T12:00:00Z\" }");

    public static readonly FindingDescriptor HoleInSqlLiteral = new(
        "TG0062",
        "Hole inside quotes",
        FindingSeverity.Error,
        "the hole '{0}' stands inside quotes",
        "Remove the quotes: a hole is a parameter. For LIKE write {x:contains} or {x:starts}.",
        "Inside quotes the braces would be text, and a text made of values would be open to injection.",
        "{ \"sql\": \"SELECT * FROM t WHERE name = '{name}'\" }",
        "{ \"sql\": \"SELECT * FROM t WHERE name = {name}\" }");

    public static readonly FindingDescriptor InputNotObject = new(
        "TG0063",
        "Input is no object",
        FindingSeverity.Error,
        "inputSchema must describe an object",
        "Write {\"type\": \"object\", \"properties\": {…}, \"required\": […]}.",
        "Models call tools with named arguments.",
        "{ \"inputSchema\": { \"type\": \"string\" } }",
        "{ \"inputSchema\": { \"type\": \"object\", \"properties\": { \"text\": { \"type\": \"string\" } } } }");
}
