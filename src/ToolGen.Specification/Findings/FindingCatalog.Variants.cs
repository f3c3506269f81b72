namespace ToolGen.Specification.Findings;

/// <content>TG1040–1049: what the schema for a provider's strict mode says less, or otherwise. They stand only where a provider is asked for.</content>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor KeywordUnsaid = new(
        "TG1040", "Keyword that a provider does not know", FindingSeverity.Info,
        "{0} is not in the schema for {1}: its strict mode does not know it, or not in this form.", "Nothing needs to be done: the tool still refuses what breaks it. Say it in the description too, so that a model keeps to it.",
        "Strict modes of providers know only a part of JSON Schema. What they do not know is left out of the variant for that provider, and short values are added to the description; a call that breaks the keyword is refused by the tool, with an error that the model can act on.",
        """{ "type": "string", "maxLength": 80 }""", """{ "type": "string", "maxLength": 80, "description": "A title of at most 80 characters." }""");

    public static readonly FindingDescriptor SaidOtherwise = new(
        "TG1041", "Said in another form for a provider", FindingSeverity.Info,
        "{1} has no words for this: it is said as {0}.", "Nothing needs to be done: the arguments are mapped back before the tool reads them.",
        "Strict modes of providers have no maps, no tuples and no value that is both optional and null. The variant for that provider says them in a form that it knows, and `ToolVariant` maps the arguments back, so that the tool sees the same call.",
        """{ "type": "object", "additionalProperties": { "type": "number" } }""",
        """{ "type": "array", "items": { "type": "object", "properties": { "currency": { "type": "string" }, "rate": { "type": "number" } } } }""");

    public static readonly FindingDescriptor SaidAsText = new(
        "TG1042", "Said as JSON text for a provider", FindingSeverity.Info,
        "{0} cannot say this: it is a string that holds JSON, since {1}.", "Say what the value is with \"type\", \"properties\" and \"items\"; nest less; keep to the provider's limits.",
        "What a provider's strict mode cannot say at all is a string with the value as JSON. Every call can still be made, but the model gets no help with what is inside; the tool checks it as always.",
        """{ "description": "Any filter." }""", """{ "type": "object", "properties": { "field": { "type": "string" }, "equals": { "type": "string" } } }""");
}
