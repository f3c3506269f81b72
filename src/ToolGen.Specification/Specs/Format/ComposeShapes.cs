using ToolGen.Specification.Fixes;
using ToolGen.Specification.Specs.Shapes;
using static ToolGen.Specification.Specs.Format.ExpressionShapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The kind <c>compose</c>.</summary>
internal static class ComposeShapes
{
    private static readonly Shape StepName = new StringShape(TextRules.Identifier);

    private static readonly RecordShape Step = new(
        "compose step",
        new Field("tool", new StringShape(TextRules.ToolReference), "The tool to call.", Required: true),
        new Field("input", new MapShape(Value), "Its input with holes: {name}, {step.path}."),
        new Field("when", Code, "C#: where it is false the step is not run and its result is null."),
        new Field("optional", Flag, "Whether a failure gives null (the reason in NAME_error) instead of ending the tool."),
        new Field("retry", new IntegerShape(0, 10), "Further attempts; none unless given."),
        new Field("each", Code, "C#: a sequence; one call for each element, at most 8 at once, the result is a list."),
        new Field("after", new UnionShape(StepName, new ListShape(StepName, minimum: 1)), "Steps to wait for where no reference says so."))
    { Aliases = Aliases.ComposeStep };

    public static readonly RecordShape Compose = new(
        "compose",
        Kind("compose"),
        Let,
        new Field("steps", new MapShape(Step, TextRules.Identifier, minimum: 1), "The calls; the key is the variable that holds the result.", Required: true),
        Fail,
        Result)
    { Marks = ["kind"], MarkWord = "compose", Aliases = Aliases.Implementation("compose") };
}
