using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>Shapes that many kinds share: C#, values with holes, <c>let</c>, <c>fail</c>, <c>result</c>.</summary>
internal static class ExpressionShapes
{
    /// <summary>One C# expression.</summary>
    public static readonly Shape Code = new StringShape(TextRules.NotBlank with { Wanted = "a C# expression in a string", Example = "input.Top" });

    /// <summary>A string with holes.</summary>
    public static readonly Shape HoleString = new StringShape();

    /// <summary>JSON whose strings may have holes.</summary>
    public static readonly Shape Value = new AnyShape();

    public static readonly Shape Expressions = new MapShape(Code, TextRules.Identifier);

    public static readonly Shape Flag = new BooleanShape();

    /// <summary>A value of <c>result</c>, <c>set</c>, <c>select</c>: strings are C#, the rest stands for itself, objects nest.</summary>
    public static readonly Shape ResultValue = new UnionShape(() =>
    [
        Code,
        new KindShape("a number, boolean, null or array that stands for itself", JsonKind.Number, JsonKind.Boolean, JsonKind.Null, JsonKind.Array),
        new RecordShape(
            "each",
            new Field("each", Code, "C#: the sequence; in select, item is its element and outer the element around.", Required: true),
            new Field("select", new MapShape(ResultValue!), "The properties that differ from those of the element with the same name.")) { Marks = ["each"] },
        new MapShape(ResultValue!, reserved: "each"),
    ])
    { Name = "resultValue" };

    public static readonly Shape ResultObject = new MapShape(ResultValue);

    public static readonly Shape SomeResults = new MapShape(ResultValue, minimum: 1);

    private static readonly RecordShape FailRule = new(
        "fail",
        new Field("when", Code, "C#: a condition; checked as soon as what it names exists.", Required: true),
        new Field("code", HoleString, "The error's code in snake case; may have holes.", Required: true),
        new Field("message", HoleString, "What went wrong, for the caller; may have holes such as {response.error}.", Required: true));

    public static readonly Field Let = new("let", Expressions, "Named C# expressions, for holes and for later C#.");

    public static readonly Field Fail = new("fail", new ListShape(FailRule), "When to end with an error of the tool's own.");

    public static readonly Field Result = new("result", ResultObject, "A value for each output property: a string is C#, other JSON stands for itself. Left out: by name.");

    public static Field Kind(string word) => new("kind", new WordShape(word), "Which template the implementation fills.", Required: true);
}
