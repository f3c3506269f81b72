namespace ToolGen.Specification.Findings;

/// <summary>What can be wrong with a file as JSON.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor FileTooLarge = new(
        "TG0001",
        "File too large",
        FindingSeverity.Error,
        "the file has {0} bytes or characters; a spec has at most 8 MiB",
        "Move data out of the spec: recordings and large samples can stand in files beside it.",
        "The size is looked at before anything is parsed, so that a hostile file costs nothing.",
        "(a file of 100 MB)",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor NotUtf8 = new(
        "TG0002",
        "Not UTF-8",
        FindingSeverity.Error,
        "the file is not valid UTF-8 text: {0}",
        "Save the file as UTF-8 without a byte order mark.",
        "A spec is hashed and approved byte for byte; one encoding leaves no room for two readings of the same bytes.",
        "(a file saved as UTF-16)",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor ByteOrderMark = new(
        "TG0003",
        "Byte order mark",
        FindingSeverity.Error,
        "the file begins with a byte order mark",
        "Save the file as UTF-8 without a byte order mark.",
        "The mark is invisible and changes the bytes; RFC 8259 §8.1 forbids writing it.",
        "\\uFEFF{ \"name\": \"check_iban\" }",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor EmptyFile = new(
        "TG0004",
        "Empty file",
        FindingSeverity.Error,
        "the file holds no JSON value",
        "Write one JSON object with name, description, inputSchema, outputSchema, implementation and examples; `toolgen guide` shows a whole spec.",
        "An empty file is often one that an editor or a generator has not finished writing.",
        "",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor Truncated = new(
        "TG0005",
        "Ends too early",
        FindingSeverity.Error,
        "the text ends inside this {0}",
        "Add {1}; if the text was cut off, write the rest of it.",
        "The place is where the unfinished value begins, since the end of the file says little.",
        "{ \"name\": \"check_iban\",",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor Unexpected = new(
        "TG0006",
        "Not JSON here",
        FindingSeverity.Error,
        "expected {0}, found '{1}'",
        "Write {0} here, or remove what stands here.",
        "Reading stops at this place: what follows could mean anything.",
        "{ \"name\"; \"check_iban\" }",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor Comment = new(
        "TG0007",
        "Comment",
        FindingSeverity.Error,
        "JSON has no comments",
        "Remove the comment; say it in `description`, or keep it in a member such as \"x-note\".",
        "A comment is text that some readers see and others skip.",
        "{ \"name\": \"check_iban\" /* v2 */ }",
        "{ \"name\": \"check_iban\", \"x-note\": \"v2\" }");

    public static readonly FindingDescriptor TrailingComma = new(
        "TG0008",
        "Trailing comma",
        FindingSeverity.Error,
        "a comma stands before '{0}'",
        "Remove the comma.",
        "JSON allows a comma only between two elements.",
        "{ \"name\": \"check_iban\", }",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor MissingComma = new(
        "TG0009",
        "Comma missing",
        FindingSeverity.Error,
        "a comma is missing between two elements",
        "Insert a comma here.",
        "Each member or element but the last ends with a comma.",
        "{ \"name\": \"check_iban\" \"title\": \"Check\" }",
        "{ \"name\": \"check_iban\", \"title\": \"Check\" }");

    public static readonly FindingDescriptor DuplicateKey = new(
        "TG0010",
        "Repeated name",
        FindingSeverity.Error,
        "the name '{0}' occurs a second time in this object",
        "Keep one of them; the values of the others are lost.",
        "Readers disagree on which one counts, so a reviewer could approve one value while another is used.",
        "{ \"name\": \"a\", \"name\": \"b\" }",
        "{ \"name\": \"a\" }");

    public static readonly FindingDescriptor SingleQuotes = new(
        "TG0011",
        "Single quotes",
        FindingSeverity.Error,
        "a string stands in single quotes",
        "Use double quotes.",
        "JSON knows double quotes only.",
        "{ 'name': 'check_iban' }",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor BareName = new(
        "TG0012",
        "Name without quotes",
        FindingSeverity.Error,
        "the name '{0}' has no quotes",
        "Write \"{0}\".",
        "Names in JSON are strings.",
        "{ name: \"check_iban\" }",
        "{ \"name\": \"check_iban\" }");

    public static readonly FindingDescriptor BareWord = new(
        "TG0013",
        "Word without quotes",
        FindingSeverity.Error,
        "'{0}' is no JSON value",
        "Write {1}.",
        "The words of JSON are true, false and null, in lower case; other text is a string in double quotes.",
        "{ \"idempotentHint\": True }",
        "{ \"idempotentHint\": true }");

    public static readonly FindingDescriptor BadNumber = new(
        "TG0014",
        "Malformed number",
        FindingSeverity.Error,
        "'{0}' is no JSON number",
        "Write digits with an optional '-', fraction and exponent, such as 10, -2.5 or 1e6: no leading zero or '+', no hexadecimal, no NaN.",
        "RFC 8259 §6 gives the one form of numbers.",
        "{ \"minimum\": 01 }",
        "{ \"minimum\": 1 }");

    public static readonly FindingDescriptor NumberTooLong = new(
        "TG0015",
        "Number out of reach",
        FindingSeverity.Error,
        "the number has more than {0} characters or an exponent beyond {1}",
        "Write a number that a computer can hold; longer digits belong in a string.",
        "Such a number is a trap for whoever computes with it: a few characters stand for millions of digits.",
        "{ \"maximum\": 1e999999999 }",
        "{ \"maximum\": 1e15 }");

    public static readonly FindingDescriptor BadEscape = new(
        "TG0016",
        "Unknown escape",
        FindingSeverity.Error,
        "'{0}' is no escape of JSON",
        "Write one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX; a backslash itself is \\\\.",
        "In regular expressions and in C# each backslash is written twice inside JSON.",
        "{ \"pattern\": \"\\d+\" }",
        "{ \"pattern\": \"\\\\d+\" }");

    public static readonly FindingDescriptor ControlCharacter = new(
        "TG0017",
        "Control character in a string",
        FindingSeverity.Error,
        "the control character {0} stands inside a string",
        "Write {1}, or for text of several lines an array with a string for each line.",
        "RFC 8259 §7 wants control characters escaped, line breaks too.",
        "{ \"body\": \"a\n  b\" }",
        "{ \"body\": [ \"a\", \"b\" ] }");

    public static readonly FindingDescriptor LoneSurrogate = new(
        "TG0018",
        "Half a character",
        FindingSeverity.Error,
        "'{0}' is half of a surrogate pair",
        "Write both halves, or the character itself.",
        "Half a pair is no character: it can't be written as UTF-8, and two programs would read different text.",
        "{ \"title\": \"\\ud83d\" }",
        "{ \"title\": \"\\ud83d\\ude00\" }");

    public static readonly FindingDescriptor InvisibleCharacter = new(
        "TG0019",
        "Invisible character",
        FindingSeverity.Error,
        "the invisible character {0} stands here",
        "Remove it; where a sample needs it as data, write its \\uXXXX escape there.",
        "Characters that nobody sees can hide text from a reviewer or show code in another order than it runs (CVE-2021-42574).",
        "{ \"body\": \"return x;\\u202E\" }",
        "{ \"body\": \"return x;\" }");

    public static readonly FindingDescriptor TooDeep = new(
        "TG0020",
        "Nested too deeply",
        FindingSeverity.Error,
        "arrays and objects nest deeper than {0} levels",
        "Flatten the value; no spec needs such depth.",
        "The limit keeps every later reader safe from running out of stack.",
        "[[[[[[[[ … ]]]]]]]]",
        "[]");

    public static readonly FindingDescriptor TextAfterEnd = new(
        "TG0021",
        "Text after the end",
        FindingSeverity.Error,
        "'{0}' stands behind the end of the JSON value",
        "Remove it; one file holds one object.",
        "What stands behind the value would be read by nobody, or by somebody else.",
        "{ \"name\": \"a\" } { \"name\": \"b\" }",
        "{ \"name\": \"a\" }");
}
