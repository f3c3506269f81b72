using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Specs;

/// <summary>The rows of the table.</summary>
public static partial class Aliases
{
    /// <summary>Every alias of a key.</summary>
    public static IReadOnlyList<KeyAlias> Keys { get; } =
    [
        .. Renames("spec", ("inputSchema", "parameters input_schema input arguments"), ("outputSchema", "returns output_schema output"), ("implementation", "impl"), ("asks", "utterances"), ("dependencies", "packages")),
        new("spec", "tests", "NAME.tests.json", "Move the samples into NAME.tests.json beside the spec, where no prompt shows them."),
        .. Renames("sample", ("input", "arguments args"), ("output", "expected result"), ("given", "mocks")),
        .. Renames("http", ("url", "endpoint uri"), ("method", "verb"), ("query", "params queryParams"), ("body", "json data payload"), ("paging", "pagination"), ("retry", "retries"), ("fail", "errorWhen")),
        new("http", "authentication", "auth", "Write the secret's name: {\"bearer\": \"name\"}, {\"header\": \"X-Key\", \"secret\": \"name\"}, {\"query\": \"key\", \"secret\": \"name\"} or {\"basic\": [\"user\", \"secret\"]}."),
        new("auth", "type", "bearer", "Write {\"bearer\": \"secret_name\"} in place of type and secret."),
        .. Renames("transform", ("record", "columns fields")),
        .. Renames("where step", ("where", "filter")),
        .. Renames("select step", ("select", "map project")),
        .. Renames("order step", ("order", "sort orderBy")),
        .. Renames("group step", ("group", "groupBy")),
        .. Renames("take step", ("take", "limit top")),
        .. Renames("distinct step", ("distinct", "unique dedupe")),
        .. Renames("file", ("read", "path glob files input"), ("write", "output save to")),
        .. Renames("sql", ("sql", "statement query command"), ("database", "connection db")),
        new("sql", "readOnly", "writes", "Write \"writes\": true for a statement that writes, and nothing for one that reads."),
        .. Renames("compose step", ("input", "args params with"), ("tool", "uses"), ("when", "if"), ("after", "needs dependsOn"), ("each", "forEach")),
        new("compose step", "onError", "optional", "Write \"optional\": true where the step may fail."),
        .. Renames("code", ("body", "source script code")),
    ];

    private static IEnumerable<KeyAlias> Renames(string record, params (string Key, string Aliases)[] rows) =>
        from row in rows from alias in row.Aliases.Split([' '], System.StringSplitOptions.RemoveEmptyEntries) select new KeyAlias(record, alias, row.Key);
}
