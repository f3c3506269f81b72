namespace ToolGen.Specification.Findings;

/// <summary>Tools of running servers that become specs.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor ServerToolRefused = new(
        "TG0230",
        "Tool of a server that is no tool",
        FindingSeverity.Error,
        "the server's tool {0} becomes no tool: {1}",
        "Tell those who make the server, choose other tools with `--select`, or write a spec by hand.",
        "Each tool of a server becomes a spec, or this finding. A tool whose schemas cannot be enforced would take and give anything.",
        "{ \"name\": \"odd\", \"inputSchema\": { \"type\": \"object\", \"dependencies\": {} } }",
        "{ \"name\": \"odd\", \"inputSchema\": { \"type\": \"object\", \"dependentRequired\": {} } }");

    public static readonly FindingDescriptor ServerTextHidden = new(
        "TG0231",
        "Hidden text of a server",
        FindingSeverity.Warning,
        "what the server says of {0} holds the invisible character {1}, which is left out",
        "Ask what it is for before you use the tool: people do not see such text, and models read it.",
        "Characters that nobody sees carry words to a model past the person who reviews the tool. They never reach a spec.",
        "{ \"name\": \"find\", \"description\": \"Finds.\\u200b\" }",
        "{ \"name\": \"find\", \"description\": \"Finds.\" }");

    public static readonly FindingDescriptor ServerNameMended = new(
        "TG0232",
        "Name of a server's tool that was mended",
        FindingSeverity.Info,
        "{0} is called `{1}`",
        "Nothing is to be done: `x-mcp` has the server's own name, which a call uses.",
        "A tool is called in the letters that every provider takes, at most 64.",
        "{ \"name\": \"weather.now\" }",
        "{ \"name\": \"weather_now\" }");
}
