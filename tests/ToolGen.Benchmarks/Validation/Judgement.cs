using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ToolGen.Benchmarks.Validation;

/// <summary>One value by three judges.</summary>
/// <param name="Tool">Whose arguments it would be.</param>
/// <param name="Json">The value.</param>
/// <param name="Ajv">Whether ajv lets it pass.</param>
/// <param name="Interpreted">Whether the interpreter does.</param>
/// <param name="Errors">What the printed C# says.</param>
internal sealed record Judgement(JudgedTool Tool, string Json, bool Ajv, bool Interpreted, IReadOnlyList<ToolError> Errors)
{
    public bool Printed => this.Errors.Count == 0;

    public bool Differs => this.Printed != this.Ajv || this.Interpreted != this.Ajv;

    /// <summary>Why the judges differ, where that is known and meant: shown by what the value says once that one thing is taken out of it.</summary>
    public string? Reason =>
        this.Printed != this.Interpreted ? this.Interpreted == this.Ajv && this.Errors.All(IsUnheld) ? "a number that the C# type cannot hold: the printed form says so" : null
        : !this.Ajv ? null
        : this.Errors.Any(error => error.Message.Contains("surrogate", System.StringComparison.Ordinal)) ? "half of a surrogate pair in a string: not Unicode, JSON.parse lets it pass"
        : this.Fits(Reparsed.WithoutRepeats(this.Json)) ? "a name twice in one object: JSON.parse keeps the last"
        : this.Fits(Reparsed.WithDoubles(this.Json)) ? "a number that is integral only as a double: numbers are exact here"
        : null;

    public static Judgement Of(JudgedTool tool, byte[] text, bool ajv) => new(tool, Encoding.UTF8.GetString(text), ajv, tool.Interprets(text), tool.Errors(text));

    public override string ToString() => $"{this.Tool.Name} {this.Json}: ajv {this.Ajv}, interpreter {this.Interpreted}, printed {this.Printed} {string.Join("; ", this.Errors.Select(error => $"{error.Pointer} {error.Message}"))}";

    private bool Fits(string json) => this.Tool.Errors(Encoding.UTF8.GetBytes(json)).All(IsUnheld);

    private static bool IsUnheld(ToolError error) => error.Message.Contains("cannot hold", System.StringComparison.Ordinal);
}
