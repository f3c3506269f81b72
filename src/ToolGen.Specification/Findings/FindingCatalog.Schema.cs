namespace ToolGen.Specification.Findings;

/// <content>TG1001–1049: schemas (station Read).</content>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor UnknownKeyword = new(
        "TG1001", "Unknown keyword", FindingSeverity.Error,
        "{0} is no keyword of JSON Schema.", "{1}",
        "A keyword that nobody knows would be ignored by every validator, so a slip such as `minLenght` would let anything pass. ToolGen refuses it instead; notes go into `x-…` members or `$comment`.",
        """{ "type": "string", "minLenght": 1 }""", """{ "type": "string", "minLength": 1 }""");

    public static readonly FindingDescriptor RefusedKeyword = new(
        "TG1002", "Keyword of another draft", FindingSeverity.Error,
        "{0} is no keyword of a 2020-12 schema.", "Instead: {1}.",
        "Every keyword is enforced or refused; one of another draft, or of meta-schemas, would promise callers a check that never happens.",
        """{ "dependencies": { "end": ["start"] } }""", """{ "dependentRequired": { "end": ["start"] } }""");

    public static readonly FindingDescriptor NoType = new(
        "TG1003", "Word is no type", FindingSeverity.Error,
        "{0} is no type of JSON Schema.", "{1}",
        "Types are `string`, `number`, `integer`, `boolean`, `array`, `object`, `null`. Words of other languages (`dict`, `float`, `str`, `list`) have one reading each, which `toolgen fix` writes.",
        """{ "type": "dict" }""", """{ "type": "object" }""");

    public static readonly FindingDescriptor WrongKeywordValue = new(
        "TG1004", "Keyword has a wrong value", FindingSeverity.Error,
        "{0} is {2}.", "It must be {1}.",
        "A keyword whose value has the wrong type says nothing; validators differ in what they then do.",
        """{ "type": "string", "minLength": "1" }""", """{ "type": "string", "minLength": 1 }""");

    public static readonly FindingDescriptor NoSchema = new(
        "TG1005", "No schema", FindingSeverity.Error,
        "{0} stands where a schema must.", "A schema is an object such as { \"type\": \"string\" }, or true or false.",
        "Properties, items and definitions hold schemas. The short form that maps names to type words is for `record` and `response` only.",
        """{ "properties": { "name": "string" } }""", """{ "properties": { "name": { "type": "string" } } }""");

    public static readonly FindingDescriptor ReferenceToNothing = new(
        "TG1006", "Reference to nothing", FindingSeverity.Error,
        "{0} points to no schema of this file.", "{1}",
        "`$ref` is a JSON Pointer from the root of the schema it stands in (`inputSchema` and `outputSchema` each are a root), or the name of an `$anchor`.",
        """{ "$ref": "#/$defs/adress", "$defs": { "address": {} } }""", """{ "$ref": "#/$defs/address", "$defs": { "address": {} } }""");

    public static readonly FindingDescriptor ReferenceOutside = new(
        "TG1007", "Reference outside the schema", FindingSeverity.Error,
        "{0} does not stay inside this schema.", "Copy the schema into \"$defs\" and write \"#/$defs/name\".",
        "A spec is whole in itself: what a schema means must not depend on another file, or on a network. The one document that is known beside it is the meta-schema, `https://json-schema.org/draft/2020-12/schema`.",
        """{ "$ref": "address.json" }""", """{ "$ref": "#/$defs/address", "$defs": { "address": { "type": "string" } } }""");

    public static readonly FindingDescriptor ReferenceCycle = new(
        "TG1008", "Reference leads back to itself", FindingSeverity.Error,
        "{0} leads back to itself without saying anything.", "Let one schema of the circle say what the value is.",
        "A schema may contain itself inside a property or an item (a tree), but a circle of `$ref`, `allOf`, `anyOf`, `oneOf`, `not`, `if` and the like at the same value never ends.",
        """{ "$defs": { "a": { "$ref": "#/$defs/b" }, "b": { "$ref": "#/$defs/a" } } }""",
        """{ "$defs": { "a": { "$ref": "#/$defs/b" }, "b": { "type": "string" } } }""");

    public static readonly FindingDescriptor ContradictingBounds = new(
        "TG1010", "Bounds contradict", FindingSeverity.Error,
        "{0} {1} and {2} {3} leave no value.", "Swap them, or widen one.",
        "No value can satisfy both, so no call could ever pass.",
        """{ "type": "integer", "minimum": 10, "maximum": 1 }""", """{ "type": "integer", "minimum": 1, "maximum": 10 }""");

    public static readonly FindingDescriptor ValueBreaksSchema = new(
        "TG1011", "Value breaks its own schema", FindingSeverity.Error,
        "The value {1} of {0} breaks the schema it stands in:{2}.", "Change the value or the schema.",
        "Models copy defaults and examples. One that the schema refuses teaches them to fail, and a default that does not fit has no C# value.",
        """{ "type": "boolean", "default": "false" }""", """{ "type": "boolean", "default": false }""");

    public static readonly FindingDescriptor RequiredAndClosed = new(
        "TG1012", "Required but not allowed", FindingSeverity.Error,
        "{0} is required, but the object is closed and has no such property.", "{1}",
        "Objects of `inputSchema` and `outputSchema` are closed unless `additionalProperties` says otherwise, so the required member would be refused.",
        """{ "type": "object", "properties": { "name": { "type": "string" } }, "required": ["nme"] }""",
        """{ "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] }""");

    public static readonly FindingDescriptor RequiredWithoutProperty = new(
        "TG1013", "Required without a schema", FindingSeverity.Info,
        "{0} is required, but \"properties\" says nothing about it.", "Describe it in \"properties\".",
        "Any value would do, and models learn nothing about what to write.",
        """{ "properties": { "a": {} }, "required": ["b"], "additionalProperties": true }""",
        """{ "properties": { "a": {}, "b": { "type": "string" } }, "required": ["b"], "additionalProperties": true }""");

    public static readonly FindingDescriptor UnknownFormat = new(
        "TG1014", "Format is not checked", FindingSeverity.Warning,
        "The format {0} only annotates: nothing checks it.", "{1}",
        "ToolGen asserts a closed list of formats by their RFCs. Others stay visible to models but let every text pass; a `pattern` can check them.",
        """{ "type": "string", "format": "datetime" }""", """{ "type": "string", "format": "date-time" }""");

    public static readonly FindingDescriptor RepeatedElement = new(
        "TG1015", "Element repeated", FindingSeverity.Warning,
        "{0} lists {1} twice.", "Take one out.",
        "JSON Schema wants the elements of `enum`, `required` and `type` to differ; a repeat is mostly a slip for another value.",
        """{ "enum": ["asc", "asc"] }""", """{ "enum": ["asc", "desc"] }""");

    public static readonly FindingDescriptor KeywordWithoutEffect = new(
        "TG1016", "Keyword without effect", FindingSeverity.Warning,
        "{0} says nothing about {1}: it is about {2}.", "Take it out, or change \"type\".",
        "A constraint lets every value of another type pass, so here it never decides anything; mostly the other keyword was meant (`minimum` for numbers, `minLength` for text, `minItems` for lists).",
        """{ "type": "integer", "minLength": 1 }""", """{ "type": "integer", "minimum": 1 }""");

    public static readonly FindingDescriptor OtherDialect = new(
        "TG1017", "Another dialect", FindingSeverity.Warning,
        "{0} is not the dialect that is read.", "Schemas are read as {1}.",
        "Drafts differ (tuples, `definitions`, boolean `exclusiveMinimum`). ToolGen reads 2020-12, the dialect of MCP; what differs is a finding of its own.",
        """{ "$schema": "http://json-schema.org/draft-07/schema#" }""", """{ "$schema": "https://json-schema.org/draft/2020-12/schema" }""");

    public static readonly FindingDescriptor KeywordAlone = new(
        "TG1018", "Keyword without its partner", FindingSeverity.Warning,
        "{0} says nothing without {1}.", "Add it, or take the keyword out.",
        "Some keywords only work beside another: `then` and `else` beside `if`, `minContains` beside `contains`, `contentSchema` beside `contentMediaType`.",
        """{ "then": { "required": ["end"] } }""", """{ "if": { "required": ["start"] }, "then": { "required": ["end"] } }""");

    public static readonly FindingDescriptor RootIsNoObject = new(
        "TG1019", "Root is no object", FindingSeverity.Error,
        "The root of {0} must say \"type\": \"object\".", "Put the value into a property: { \"type\": \"object\", \"properties\": { \"items\": … } }.",
        "Arguments and structured content of MCP tools are objects.",
        """{ "type": "array", "items": { "type": "string" } }""",
        """{ "type": "object", "properties": { "items": { "type": "array", "items": { "type": "string" } } }, "required": ["items"] }""");

    public static readonly FindingDescriptor SchemaTooLarge = new(
        "TG1020", "Schema too large", FindingSeverity.Error,
        "This schema has more than {0}.", "Take out what callers don't need, or describe a list of alike things by one \"items\" or \"additionalProperties\".",
        "A schema is read by models and compiled into a type: beyond this size neither can be done with, and the compiler must not be held up.",
        """{ "properties": { "day_1": {}, "day_2": {}, "day_3": {} } }""", """{ "additionalProperties": { "type": "number" } }""");

    public static readonly FindingDescriptor UnknownMediaType = new(
        "TG1021", "Media type is not checked", FindingSeverity.Warning,
        "The media type {0} only annotates: nothing checks it.", "Checked is \"application/json\" (and \"…+json\"), with \"contentSchema\" for what is inside.",
        "A string whose `contentMediaType` is JSON must hold JSON. Other types stay visible to models but let every text pass.",
        """{ "type": "string", "contentMediaType": "text/html" }""", """{ "type": "string", "description": "HTML" }""");

    public static readonly FindingDescriptor RepeatedAnchor = new(
        "TG1022", "Name given twice", FindingSeverity.Error,
        "{0} names two schemas.", "Give one of them another name.",
        "An `$id`, `$anchor` or `$dynamicAnchor` is where a reference leads: two schemas of one name would make it a matter of luck.",
        """{ "$defs": { "a": { "$anchor": "x" }, "b": { "$anchor": "x" } } }""", """{ "$defs": { "a": { "$anchor": "x" }, "b": { "$anchor": "y" } } }""");

    public static readonly FindingDescriptor NoRecordWord = new(
        "TG1030", "Word is no type of a short record", FindingSeverity.Error,
        "{0} is no type of a short record.", "{1}",
        "Short records know `string integer number boolean decimal big date time date-time duration uuid uri base64 json`, `[type]` for lists, `{…}` for objects, and `?` behind a *name* for what may be absent or null.",
        """{ "record": { "amount": "float" } }""", """{ "record": { "amount": "number" } }""");

    public static readonly FindingDescriptor NoRecord = new(
        "TG1031", "No short record", FindingSeverity.Error,
        "{0} has no place in a short record.", "{1}",
        "A short record is an object of names and types, or a list of one type; whatever else a schema can say goes into `recordSchema` or `responseSchema`.",
        """{ "record": { "tags": ["string", "number"] } }""", """{ "record": { "tags": ["string"] } }""");
}
