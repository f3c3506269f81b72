namespace ToolGen.Specification.Findings;

/// <summary>What is found about kinds of a project's own.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor OwnKindUnknown = new(
        "TG2330",
        "Kind that nobody has",
        FindingSeverity.Error,
        "the kind `{0}` is none of ToolGen's, and the project has no `{1}`",
        "Use one of http, transform, file, sql, compose, code, or add the kind to the project: `NAME.tool.sbn` and `NAME.tool.schema.json`.",
        "A project can have kinds of its own: a template and the schema of its fields. They are the project's code; a model only writes specs of them.",
        "\"implementation\": { \"kind\": \"soap\", … }",
        "\"implementation\": { \"kind\": \"http\", … }");

    public static readonly FindingDescriptor OwnKindField = new(
        "TG2331",
        "Field that an own kind refuses",
        FindingSeverity.Error,
        "`{0}` does not fit the kind's schema: {1}",
        "Write what the kind's `.tool.schema.json` asks for.",
        "The fields of an own kind have a schema in the project. It is checked before the template sees them.",
        "\"implementation\": { \"kind\": \"graphql\", \"endpoint\": 5 }",
        "\"implementation\": { \"kind\": \"graphql\", \"endpoint\": \"https://api.example/graphql\" }");

    public static readonly FindingDescriptor OwnKindTemplate = new(
        "TG2332",
        "Own kind that does not work",
        FindingSeverity.Error,
        "the kind `{0}` of the project fails: {1}",
        "Mend the template or the schema of the kind; the spec is not at fault.",
        "A template may loop 1,000,000 times, run two seconds and make 1 MiB of text; it sees `m.Name`, `m.ClassName`, `m.Input`, `m.Output` and `m.Fields`.",
        "{{ m.Feilds.query }}",
        "{{ m.Fields.query }}");
}
