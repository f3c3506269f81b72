namespace ToolGen.Specification.Findings;

/// <summary>The gate: C# that a spec holds (SPEC §1.6 and §6).</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor CodeHiddenCharacter = new(
        "TG2101",
        "Hidden character in C#",
        FindingSeverity.Error,
        "{0} stands here, a character that a reader does not see",
        "Leave it out; inside a C# string write the escape `{1}`.",
        "Direction marks, tags, joiners and controls let code look like other code, and some of them end a line for the compiler. An escape such as `\\u202E` inside a C# string is allowed: a reader sees it.",
        "\"where\": \"row.Name != \\\"<U+202E>\\\"\"",
        "\"where\": \"row.Name != \\\"\\\\u202E\\\"\"");

    public static readonly FindingDescriptor CodeTooLong = new(
        "TG2102",
        "C# too long",
        FindingSeverity.Error,
        "the C# is {0} characters long, more than {1}",
        "Cut it into steps or `let`s; large data belongs into the input.",
        "The compiler recurses over what it reads. A bounded length keeps a hostile spec from stopping it.",
        "\"result\": { \"x\": \"1 + 1 + 1 + … (a megabyte)\" }",
        "\"let\": { \"part\": \"…\" }");

    public static readonly FindingDescriptor CodeTooNested = new(
        "TG2103",
        "C# too nested",
        FindingSeverity.Error,
        "the C# is nested more than {0} levels deep here",
        "Name the inner parts with `let`, or in a body with `var`.",
        "The compiler recurses once a level; thousands of brackets end it with a stack overflow that nothing catches. Each bracket is a level, and in the finished tree each link of a chain such as `a.b.c` or `1 + 1 + 1`.",
        "\"where\": \"((((((…1…))))))\"",
        "\"where\": \"row.A == 1\"");

    public static readonly FindingDescriptor CodeEmpty = new(
        "TG2104",
        "No C#",
        FindingSeverity.Error,
        "there is no C# here",
        "Write {0}, or leave the member out.",
        "An empty text, or one of spaces and comments alone, says nothing.",
        "\"where\": \"\"",
        "\"where\": \"row.Region != \\\"\\\"\"");

    public static readonly FindingDescriptor CodeSyntax = new(
        "TG2105",
        "C# does not parse",
        FindingSeverity.Error,
        "C#: {0}",
        "{1}",
        "The text is read by the C# 14 parser, alone and whole.",
        "\"where\": \"row.Region != \"",
        "\"where\": \"row.Region != \\\"\\\"\"");

    public static readonly FindingDescriptor CodeDirective = new(
        "TG2106",
        "Directive in C#",
        FindingSeverity.Error,
        "`#` begins a directive or means nothing",
        "Leave out `{0}`; nothing in a spec can switch warnings, lines or conditions.",
        "`#pragma`, `#line`, `#if` and `#nullable` change how the code around them is read and reported, also behind the text of the spec.",
        "\"body\": [ \"#pragma warning disable\", \"return new();\" ]",
        "\"body\": \"return new();\"");

    public static readonly FindingDescriptor CodeComment = new(
        "TG2107",
        "Comment in an expression",
        FindingSeverity.Error,
        "an expression holds no comments",
        "Say it in the spec's description, or in a body.",
        "A comment that swallows the rest of a line would swallow the code of the template too.",
        "\"where\": \"row.A == 1 // only these\"",
        "\"where\": \"row.A == 1\"");

    public static readonly FindingDescriptor CodeNotOneExpression = new(
        "TG2108",
        "More than one expression",
        FindingSeverity.Error,
        "here stands exactly one C# expression, and `{0}` comes after it",
        "Cut off `{0}`; an expression has no `;` and no second statement, and other values are named with `let`.",
        "Only the text of `body` is statements; everything else that is C# is one expression.",
        "\"where\": \"row.A == 1; row.B == 2\"",
        "\"where\": \"row.A == 1 && row.B == 2\"");

    public static readonly FindingDescriptor CodeUnbalanced = new(
        "TG2109",
        "Brackets do not fit",
        FindingSeverity.Error,
        "`{0}` has no partner in this text",
        "Open and close every bracket within the text; the braces around a body are added by ToolGen.",
        "A text that closes a brace which it did not open would end the method that it stands in, and begin another.",
        "\"body\": \"return new(); } public static void Other() {\"",
        "\"body\": \"return new();\"");

    public static readonly FindingDescriptor CodeConstruct = new(
        "TG2110",
        "C# construct not allowed",
        FindingSeverity.Error,
        "{0} cannot stand in {1}",
        "{2}",
        "Expressions are pure by grammar: what is allowed is a list, and everything else, of newer compilers too, is refused (SPEC §1.6). Bodies have a longer list.",
        "\"where\": \"(input.Top = 5) > 1\"",
        "\"where\": \"input.Top > 1\"");

    public static readonly FindingDescriptor CodeAttribute = new(
        "TG2111",
        "Attribute in C#",
        FindingSeverity.Error,
        "an attribute cannot stand in a spec",
        "Leave out `{0}`.",
        "Attributes suppress findings, change how code is compiled and reach native code.",
        "\"body\": \"[SuppressMessage(\\\"a\\\", \\\"b\\\")] void F() { }\"",
        "\"body\": \"void F() { }\"");

    public static readonly FindingDescriptor CodeVerbatimIdentifier = new(
        "TG2112",
        "Identifier with `@` or an escape",
        FindingSeverity.Error,
        "identifiers are written plainly, without `@` and without `\\u` escapes",
        "Choose a name that is no keyword of C#.",
        "`@class` and `\\u0063lass` let a name look like another one or like a keyword.",
        "\"let\": { \"x\": \"@input.Top\" }",
        "\"let\": { \"x\": \"input.Top\" }");

    public static readonly FindingDescriptor CodeUnknownName = new(
        "TG2113",
        "Name not in scope",
        FindingSeverity.Error,
        "`{0}` is not in scope here",
        "{1}In scope: {2}.",
        "The scope of an expression is closed (SPEC §1.6): `input`, the `let`s, lambda parameters, what the place adds (`row`, `rows`, `response` …), the functions of the kind and a short list of types. Text is written in quotes: `\"\\\"kg\\\"\"`.",
        "\"where\": \"rows.Region != \\\"\\\"\"",
        "\"where\": \"row.Region != \\\"\\\"\"");

    public static readonly FindingDescriptor CodeCast = new(
        "TG2114",
        "Cast to a type that is not predefined",
        FindingSeverity.Error,
        "a cast names a predefined type such as `int` or `decimal`, not `{0}`",
        "Use a member that converts, such as `DateOnly.Parse(…)`, or an `is` pattern.",
        "A cast can run a conversion that anyone declared; casts to predefined types can not.",
        "\"x\": \"(Row)item\"",
        "\"x\": \"item\"");

    public static readonly FindingDescriptor CodeReservedMember = new(
        "TG2115",
        "Member that leads to reflection",
        FindingSeverity.Error,
        "`{0}` leads out of the values of a tool",
        "Leave it out; types are known when the spec is compiled.",
        "From a `Type` every other type can be reached, and with it every effect.",
        "\"x\": \"input.GetType().Assembly\"",
        "\"x\": \"\\\"Input\\\"\"");

    public static readonly FindingDescriptor CodeSingleQuotedText = new(
        "TG2116",
        "Text in single quotes",
        FindingSeverity.Error,
        "single quotes hold exactly one character in C#",
        "Write text in double quotes: {0}",
        "`'a'` is a character in C#, and `\"a\"` a text. In JSON the quotes are escaped: `\\\"`.",
        "\"where\": \"row.State == 'open'\"",
        "\"where\": \"row.State == \\\"open\\\"\"");

    public static readonly FindingDescriptor CodeReservedRoot = new(
        "TG2117",
        "Namespace named in a body",
        FindingSeverity.Error,
        "a body does not name `{0}`",
        "Use the simple names of the fixed usings (System, System.Collections.Generic, System.Globalization, System.Linq, System.Numerics, System.Text, System.Text.Json, System.Text.RegularExpressions, System.Threading.Tasks); SHA256, SHA384, SHA512, Stream, StreamReader and StreamWriter are there too.",
        "Effects go through `context`; a qualified name would reach the file system, the network or the process.",
        "\"body\": \"System.IO.File.Delete(input.Path); …\"",
        "\"body\": \"context.Log(input.Path); …\"");

    public static readonly FindingDescriptor CodeUnsafe = new(
        "TG2118",
        "Unsafe C#",
        FindingSeverity.Error,
        "{0} leaves the memory-safe part of C#",
        "Use arrays, lists and strings.",
        "Pointers, `stackalloc`, `fixed`, `extern` and typed references can reach any memory of the process.",
        "\"body\": \"unsafe { int* p = null; }\"",
        "\"body\": \"var values = new int[10]; …\"");

    public static readonly FindingDescriptor CodeProse = new(
        "TG2119",
        "Text where C# stands",
        FindingSeverity.Error,
        "this is read as C#, and looks like text",
        "Put C# quotes around it: \"\\\"{0}\\\"\".",
        "A string in `result`, `let`, `set` and `select` is always C# (SPEC §1.3). A constant text has its own quotes.",
        "\"result\": { \"note\": \"all is well\" }",
        "\"result\": { \"note\": \"\\\"all is well\\\"\" }");

    public static readonly FindingDescriptor NameNotIdentifier = new(
        "TG2120",
        "Name is no identifier",
        FindingSeverity.Error,
        "`{0}` cannot be a name in C#",
        "{1}",
        "Names of `let`, steps and patterns are spelled the same in holes and in C#: a letter a–z, then letters, digits and `_`, at most 64; no keyword of C#.",
        "\"let\": { \"2nd-part\": \"…\" }",
        "\"let\": { \"second_part\": \"…\" }");

    public static readonly FindingDescriptor NameReserved = new(
        "TG2121",
        "Name is taken",
        FindingSeverity.Error,
        "`{0}` already means something here",
        "Choose another name, such as `{0}_value`.",
        "A name that hides `input`, a function such as `sum`, or a type such as `Math` would change what other expressions mean.",
        "\"let\": { \"count\": \"…\" }",
        "\"let\": { \"how_many\": \"…\" }");

    public static readonly FindingDescriptor HoleUnknown = new(
        "TG2122",
        "Hole names nothing",
        FindingSeverity.Error,
        "`{{0}}` names no input, `let` or step",
        "{1}In scope: {2}.",
        "A hole is an input, a `let` or a dotted path, spelled as in the schema. `{{` is a brace.",
        "\"message\": \"no row for {regoin}\"",
        "\"message\": \"no row for {region}\"");

    public static readonly FindingDescriptor HoleMoved = new(
        "TG2123",
        "C# means something else in its place",
        FindingSeverity.Error,
        "the C# that was checked is not what stands in the generated code ({0})",
        "Put parentheses around the expression, or write it in another way; please report the spec, this is a fault of ToolGen.",
        "After a template is filled, the syntax node in each hole must be the one that passed the gate, and the text around it must parse. This is the last wall; no spec should ever reach it.",
        "—",
        "—");

    public static readonly FindingDescriptor CodeLiteral = new(
        "TG2124",
        "Literal that is hard to read",
        FindingSeverity.Error,
        "{0}",
        "{1}",
        "Texts of C# are read twice, by the gate and by the compiler; forms on which two readers could differ are refused.",
        "\"x\": \"$$\\\"\\\"\\\"{{input.A}}\\\"\\\"\\\"\"",
        "\"x\": \"$\\\"{input.A}\\\"\"");

    public static readonly FindingDescriptor CodeLocalTime = new(
        "TG2125",
        "Answer depends on the machine's time zone or clock",
        FindingSeverity.Error,
        "`{0}` answers by the time zone or clock of the machine",
        "{1}",
        "A tool means the same on every machine. A text without a zone is read in the machine's zone unless the call says otherwise, and the time comes from the context, so that samples can set it.",
        "\"at\": \"DateTimeOffset.Parse(row.Time)\"",
        "\"at\": \"DateTimeOffset.Parse(row.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)\"");

    public static readonly FindingDescriptor MemberNotPure = new(
        "TG2130",
        "Member not on the list of pure members",
        FindingSeverity.Error,
        "`{0}` is not on the list of pure members",
        "{1}",
        "An expression only computes: it may call members that read no clock, no randomness, no culture of the machine, no environment, and change nothing. The list stands in one file; a `body` may use more.",
        "\"x\": \"DateTimeOffset.UtcNow\"",
        "\"x\": \"now\"");
}
