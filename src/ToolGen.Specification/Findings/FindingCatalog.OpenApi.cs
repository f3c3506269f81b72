namespace ToolGen.Specification.Findings;

/// <summary>OpenAPI documents that become specs: what of a document could not be said, or was mended on the way.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor DocumentRefused = new(
        "TG0201",
        "No OpenAPI document",
        FindingSeverity.Error,
        "this cannot be read as an OpenAPI document: {0}",
        "Give a document of OpenAPI 3.0 or 3.1, or Swagger 2.0, in JSON or YAML.",
        "The document is written by someone else, so size, depth, files and repeated parts (aliases of YAML) have limits. A document is an object with `openapi` or `swagger`, and `paths`.",
        "{ \"paths\": { \"/pets\": {} } }",
        "{ \"openapi\": \"3.1.0\", \"info\": { \"title\": \"Pets\", \"version\": \"1\" }, \"servers\": [{ \"url\": \"https://pets.example\" }], \"paths\": { \"/pets\": {} } }");

    public static readonly FindingDescriptor DocumentSlip = new(
        "TG0202",
        "Slip in an OpenAPI document",
        FindingSeverity.Warning,
        "{0}",
        "Mend the document; what follows was read all the same.",
        "The document is no strict JSON or YAML at this place: a name stands twice, a comma is missing. What was meant is guessed, so look at the specs of the operations around it.",
        "{ \"summary\": \"Lists pets\", \"summary\": \"Lists all pets\" }",
        "{ \"summary\": \"Lists all pets\" }");

    public static readonly FindingDescriptor ReferenceRefused = new(
        "TG0203",
        "Reference that is not followed",
        FindingSeverity.Warning,
        "the reference \"{0}\" is not followed: {1}",
        "Put what it leads to into the document, or into a file below the document's folder.",
        "References lead into the same document, or into files below its folder. Nothing is fetched from the network, and no link or `..` leaves the folder: a document by a stranger must not read your files. Where a schema is missing, any JSON is taken.",
        "{ \"$ref\": \"https://schemas.example/pet.json\" }",
        "{ \"$ref\": \"schemas/pet.json\" }");

    public static readonly FindingDescriptor OperationRefused = new(
        "TG0210",
        "Operation that is no tool",
        FindingSeverity.Error,
        "{0} becomes no tool: {1}",
        "{2}",
        "Each operation becomes a tool, or this finding. What cannot be sent as the document says is not sent in another way.",
        "\"get\": { \"parameters\": [{ \"name\": \"session\", \"in\": \"cookie\", \"required\": true, \"schema\": { \"type\": \"string\" } }] }",
        "\"get\": { \"parameters\": [{ \"name\": \"session\", \"in\": \"header\", \"required\": true, \"schema\": { \"type\": \"string\" } }] }");

    public static readonly FindingDescriptor ParameterLeftOut = new(
        "TG0211",
        "Parameter that is left out",
        FindingSeverity.Warning,
        "the parameter `{0}` is left out: {1}",
        "Where it is needed, write it into the spec by hand.",
        "An optional parameter that a tool cannot send, such as a cookie, is missing from the tool. One that is required makes the operation no tool (TG0210).",
        "{ \"name\": \"session\", \"in\": \"cookie\", \"schema\": { \"type\": \"string\" } }",
        "{ \"name\": \"session\", \"in\": \"query\", \"schema\": { \"type\": \"string\" } }");

    public static readonly FindingDescriptor ValueMended = new(
        "TG0212",
        "Value of the wrong type",
        FindingSeverity.Info,
        "`{0}` is {1} here, and {2} is meant",
        "Nothing is to be done; the document is better with {2}.",
        "Documents have texts where booleans and numbers are meant (`\"required\": \"true\"`). A test for truth would take `\"false\"` for true.",
        "{ \"name\": \"limit\", \"in\": \"query\", \"required\": \"false\" }",
        "{ \"name\": \"limit\", \"in\": \"query\", \"required\": false }");

    public static readonly FindingDescriptor ImportedName = new(
        "TG0213",
        "Name that was mended",
        FindingSeverity.Info,
        "{0} is called `{1}`: {2}",
        "Nothing is to be done; an `operationId` of letters, digits, `_` and `-` would be kept.",
        "A tool is called as its `operationId`, in the letters that every provider takes, at most 64; without one, as its path and method (`/pets/{id}` and `get`: `pets_id_get`). Names depend on the document alone, so that they stay when it is imported again.",
        "\"/pets/{id}\": { \"get\": {} }",
        "\"/pets/{id}\": { \"get\": { \"operationId\": \"get_pet\" } }");

    public static readonly FindingDescriptor PathItemMoved = new(
        "TG0214",
        "Path in the wrong place",
        FindingSeverity.Warning,
        "`{0}` stands inside `{1}`, and is read as a path of its own",
        "Move it one level out.",
        "A path item holds methods. A slip of indentation puts the paths behind it inside; they are operations all the same.",
        "\"paths\": { \"/pets\": { \"get\": {}, \"/owners\": { \"get\": {} } } }",
        "\"paths\": { \"/pets\": { \"get\": {} }, \"/owners\": { \"get\": {} } }");

    public static readonly FindingDescriptor KeyIsSecret = new(
        "TG0215",
        "Key that is an ordinary parameter",
        FindingSeverity.Warning,
        "the parameter `{0}` looks like a key: it is sent as the secret `{1}`, and no caller sees it",
        "Where it is none, write it into `inputSchema` and `{2}` of the spec by hand.",
        "A key that is an argument stands in prompts, logs and answers. As a secret it is named in the spec, granted by the host and sent to its origins alone.",
        "{ \"name\": \"api_key\", \"in\": \"query\", \"required\": true, \"schema\": { \"type\": \"string\" } }",
        "\"securitySchemes\": { \"key\": { \"type\": \"apiKey\", \"in\": \"query\", \"name\": \"api_key\" } }");

    public static readonly FindingDescriptor SecurityNarrowed = new(
        "TG0216",
        "Authorisation that is not said whole",
        FindingSeverity.Warning,
        "{0}",
        "Look at `auth` of the spec, and at what the service wants.",
        "A tool authorises with one secret: a bearer token, a key in a header or query, a user and password. A second key beside it is a setting of the host. Cookies and client certificates are not sent.",
        "\"security\": [{ \"session_cookie\": [] }]",
        "\"security\": [{ \"bearer\": [] }]");

    public static readonly FindingDescriptor ServerChosen = new(
        "TG0217",
        "Server that was chosen",
        FindingSeverity.Info,
        "requests go to {0}: {1}",
        "Give another one with `--server URL`.",
        "A spec has one literal host, which the host of the tools grants. Of several servers the first one that is https is taken, and variables stand for their defaults.",
        "\"servers\": [{ \"url\": \"https://{region}.pets.example\", \"variables\": { \"region\": { \"default\": \"eu\" } } }]",
        "\"servers\": [{ \"url\": \"https://eu.pets.example\" }]");

    public static readonly FindingDescriptor SchemaShortened = new(
        "TG0218",
        "Schema that was shortened",
        FindingSeverity.Info,
        "{0} is any JSON in the spec: {1}",
        "Where the deeper parts matter, write them into the spec by hand.",
        "A model reads what a tool takes and gives. What lies very deep, or holds itself, is passed as free JSON; the service says what is wrong with it.",
        "a schema of twenty levels",
        "a schema of six levels");

    public static readonly FindingDescriptor KeywordDropped = new(
        "TG0219",
        "Keyword that is not kept",
        FindingSeverity.Info,
        "`{0}` is not kept: {1}",
        "Nothing is to be done where the service checks it.",
        "What a spec cannot say of a value, or what its own examples and defaults break, is left to the service. Formats and patterns that are not checked stand in the description.",
        "{ \"type\": \"string\", \"pattern\": \"^(?!x)\" }",
        "{ \"type\": \"string\", \"pattern\": \"^[^x]\" }");

    public static readonly FindingDescriptor TextShortened = new(
        "TG0220",
        "Description that was shortened",
        FindingSeverity.Info,
        "the description of {0} has {1} characters; {2} were kept",
        "Read it, and write what a caller needs into the spec.",
        "Each call of a model carries the descriptions of its tools. The first sentences are kept, and those behind them that say what must be, may be or is the default.",
        "a description of 4,000 characters",
        "a description of 400 characters");

    public static readonly FindingDescriptor PathParameterAdded = new(
        "TG0221",
        "Path and parameters that differ",
        FindingSeverity.Warning,
        "{0}",
        "Declare each `{name}` of the path as a parameter `in: path`, and no other.",
        "A value that the path has and no parameter describes is taken as text; a path parameter that the path does not have cannot be sent.",
        "\"/pets/{id}\": { \"get\": { \"parameters\": [] } }",
        "\"/pets/{id}\": { \"get\": { \"parameters\": [{ \"name\": \"id\", \"in\": \"path\", \"required\": true, \"schema\": { \"type\": \"string\" } }] } }");

    public static readonly FindingDescriptor ChecksLeft = new(
        "TG0222",
        "Operation whose checks are left to the service",
        FindingSeverity.Warning,
        "{0} has types alone: with all that the document says the spec would be wrong ({1})",
        "Mend the schema in the document, or write the checks into the spec by hand.",
        "A document can contradict itself: bounds that leave no value, a default that its own schema refuses. The tool is made without those checks.",
        "{ \"type\": \"integer\", \"minimum\": 10, \"maximum\": 1 }",
        "{ \"type\": \"integer\", \"minimum\": 1, \"maximum\": 10 }");
}
