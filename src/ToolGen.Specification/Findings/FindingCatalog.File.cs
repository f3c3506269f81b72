namespace ToolGen.Specification.Findings;

/// <summary>The kind <c>file</c>: what it has beyond a transform (SPEC §5).</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor FileHasSource = Transform(
        "TG2220",
        "Files have no source",
        "`source` stands beside `read`, which says what is parsed",
        "Remove `source`; to parse a text that is an input, use the kind `transform`.",
        "The kind `file` parses the files that `read` names. A text that the tool was given is parsed by the kind `transform`.",
        "\"kind\": \"file\", \"read\": \"data/{path}\", \"source\": \"input.Path\"",
        "\"kind\": \"file\", \"read\": \"data/{path}\"");

    public static readonly FindingDescriptor RowInRead = Transform(
        "TG2221",
        "Rows are not known yet",
        "{0} stands in `read`, where nothing is read yet",
        "Use an input or a `let`.",
        "`read` says which files are read; `row` and `file` are there only afterwards, in steps and in `write`.",
        "\"read\": \"data/{row.year}.csv\"",
        "\"read\": \"data/{year}.csv\"");

    public static readonly FindingDescriptor FileBehindOrder = Transform(
        "TG2222",
        "File is no longer known",
        "`file` is used behind a step that holds rows, where a row no longer knows its file",
        "Keep it before that step: `{\"set\": {\"source\": \"file.Path\"}}`, then use `row.Source`, or `{row.source}` in a path.",
        "`file` is the file that is being read. Behind `order`, `group` and a `distinct` that keeps another row than the first, all files have been read.",
        "\"steps\": [ { \"order\": \"row.Day\" } ], \"write\": \"out/{file.name}\"",
        "\"steps\": [ { \"set\": { \"source\": \"file.Name\" } }, { \"order\": \"row.Day\" } ], \"write\": \"out/{row.source}\"");

    public static readonly FindingDescriptor GlobInput = Transform(
        "TG2223",
        "Input that looks like a pattern",
        "the default of {0}, {1}, has glob signs, but the input is no pattern: the signs would stand for themselves",
        "Add `\"format\": \"glob\"` to the input's schema.",
        "Glob signs in a value are plain characters, so that a caller can't read more files than the spec means. An input that is meant as a pattern says so.",
        "\"pattern\": { \"type\": \"string\", \"default\": \"**/*.txt\" }",
        "\"pattern\": { \"type\": \"string\", \"format\": \"glob\", \"default\": \"**/*.txt\" }");

    public static readonly FindingDescriptor GlobInWrite = Transform(
        "TG2224",
        "Pattern where a file is named",
        "{0} has glob signs, and `write` names files",
        "Write the name, with holes for what varies: `out/{row.region}.csv`.",
        "A pattern finds files that are there. What is written is named: by text, inputs, `let`s, `{file.…}` and `{row.…}`.",
        "\"write\": \"out/*.csv\"",
        "\"write\": \"out/{file.name}\"");

    public static readonly FindingDescriptor OutputFormatUnclear = Transform(
        "TG2225",
        "Unclear how to write",
        "neither the path's extension nor what was read says how rows are written",
        "Write `\"write\": {\"path\": \"…\", \"format\": \"csv\"}` (or json, jsonl, lines, text).",
        "Without `format`, .csv .json .jsonl .ndjson .txt .md and .log say it; with another extension, or one from an input, rows are written as they were read. XML is read only.",
        "\"parse\": \"xml\", \"write\": \"out/{name}\"",
        "\"parse\": \"xml\", \"write\": { \"path\": \"out/{name}\", \"format\": \"json\" }");

    public static readonly FindingDescriptor OutputMisfit = Transform(
        "TG2226",
        "Row that the format can't hold",
        "a file of the format {0} takes {1}",
        "Give `write` a `value` of that shape.",
        "`csv` needs columns; `json` and `jsonl` take objects, or single values; `lines` and `text` take one text a row, by default `row.Line` or `row.Text`.",
        "\"parse\": \"lines\", \"write\": { \"path\": \"out/a.csv\", \"value\": \"row.Line\" }",
        "\"parse\": \"lines\", \"write\": { \"path\": \"out/a.csv\", \"value\": { \"line\": \"row.Line\" } }");

    public static readonly FindingDescriptor OutputUnknown = Transform(
        "TG2227",
        "Columns are not known",
        "what a row has is not known here",
        "List what is written with `value`, or with a `select` step: `{\"select\": {\"word\": \"row\"}}`.",
        "Behind a `flatten` over an expression rows are whatever the expression gives. A file needs the names of its columns.",
        "\"steps\": [ { \"flatten\": \"row.Line.Split(' ')\" } ], \"write\": \"out/words.csv\"",
        "\"steps\": [ { \"flatten\": \"row.Line.Split(' ')\" }, { \"select\": { \"word\": \"row\" } } ], \"write\": \"out/words.csv\"");
}
