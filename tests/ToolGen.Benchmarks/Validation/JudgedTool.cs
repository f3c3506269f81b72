using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using ToolGen.Specification.Schemas;

namespace ToolGen.Benchmarks.Validation;

/// <summary>A function of the data sets as a tool, and calls that its authors wrote.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Set">The data set's.</param>
/// <param name="Plan">Its arguments, for the interpreter.</param>
/// <param name="Tool">The printed C#, compiled and loaded.</param>
/// <param name="Golden">Arguments.</param>
internal sealed record JudgedTool(string Name, string Set, SchemaPlan Plan, Tool Tool, IReadOnlyList<JsonObject> Golden)
{
    private readonly PrintedReader printed = PrintedReader.Of(Tool);

    /// <summary>What is published, and what other validators are given.</summary>
    public string Published { get; } = Encoding.UTF8.GetString(Tool.Descriptor.InputSchema.Span);

    /// <summary>What the printed reader says of arguments; nothing where they fit.</summary>
    public IReadOnlyList<ToolError> Errors(byte[] arguments) => this.printed.Read(arguments);

    /// <summary>Whether the interpreter lets arguments pass.</summary>
    public bool Interprets(byte[] arguments) => Parse(arguments) is { } value && this.Interprets(value);

    /// <inheritdoc cref="Interprets(byte[])"/>
    public bool Interprets(Specification.Json.JsonNode value) => SchemaInterpreter.Check(this.Plan, value).Count == 0;

    /// <summary>The document that the interpreter walks; null where the text is none.</summary>
    public static Specification.Json.JsonNode? Parse(byte[] text)
    {
        var document = Specification.Json.JsonReader.Read("", text);
        return document.Findings.Any(finding => finding.Severity == Specification.Findings.FindingSeverity.Error) ? null : document.Root;
    }

    /// <summary>Reads arguments as a call does, but runs nothing.</summary>
    private abstract class PrintedReader
    {
        public static PrintedReader Of(Tool tool)
        {
            var types = tool.GetType().BaseType!.GetGenericArguments();
            return (PrintedReader)System.Activator.CreateInstance(typeof(Typed<>).MakeGenericType(types[0]), tool)!;
        }

        public abstract IReadOnlyList<ToolError> Read(byte[] arguments);

        private sealed class Typed<T>(Tool tool) : PrintedReader
        {
            private readonly ToolRead<T> read = tool.GetType().GetMethod("ReadInput", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<ToolRead<T>>(tool);

            public override IReadOnlyList<ToolError> Read(byte[] arguments) => ToolReader.Read(arguments, this.read, ToolErrorCodes.InvalidInput, out _);
        }
    }
}
