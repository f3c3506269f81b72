using System.Collections.Generic;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Types;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>What <c>transform.sbn</c> prints: every decision made.</summary>
internal sealed record TransformModel
{
    public required string Output { get; init; }

    public required long RowsLimit { get; init; }

    public required long GroupsLimit { get; init; }

    public required IReadOnlyList<FieldModel> Fields { get; init; }

    public required IReadOnlyList<NamedText> Patterns { get; init; }

    public required bool UsesNow { get; init; }

    /// <summary>Statements of <c>let</c> and <c>fail</c> that need no rows.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>The text to parse.</summary>
    public required string Source { get; init; }

    public required bool SkipsBad { get; init; }

    /// <summary>The call that reads rows.</summary>
    public required string Read { get; init; }

    public required IReadOnlyList<StepModel> Steps { get; init; }

    /// <summary>The steps as <c>steps.sbn</c> prints them.</summary>
    public required string StepsText { get; init; }

    /// <summary>The last rows.</summary>
    public required string Last { get; init; }

    public required bool HoldsRows { get; init; }

    /// <summary>Locals that hold figures when all rows have passed.</summary>
    public required IReadOnlyList<FigureModel> Figures { get; init; }

    /// <summary>Statements of <c>let</c>, <c>save</c> and <c>fail</c> that need rows or figures.</summary>
    public required IReadOnlyList<string> After { get; init; }

    public required string Result { get; init; }
}

/// <summary>A key of an order.</summary>
internal sealed record KeyModel(string Text, bool Descending);

/// <summary>An aggregate: <paramref name="Local"/> is its value, <paramref name="Name"/> what keeps it as rows pass.</summary>
/// <param name="Name">The variable of the figure.</param>
/// <param name="Method">Of the contract's <c>Figures</c>.</param>
/// <param name="Argument">Over <c>row</c>; empty for <c>Count()</c>.</param>
/// <param name="Local">The variable of the value.</param>
internal sealed record FigureModel(string Name, string Method, string Argument, string Local);

/// <summary>One step, from rows to rows.</summary>
/// <param name="word">What the template branches on.</param>
/// <param name="from">The variable of the rows before.</param>
/// <param name="to">The variable of the rows behind.</param>
internal sealed class StepModel(string word, string from, string to)
{
    public string Word { get; } = word;

    public string From { get; } = from;

    public string To { get; } = to;

    /// <summary>The step's expression.</summary>
    public string Text { get; set; } = "";

    /// <summary>The parameters of the lambda of a <c>set</c>: with the row before, or without.</summary>
    public string Parameters { get; set; } = "row";

    /// <summary>The properties of the new row, or of the key.</summary>
    public IReadOnlyList<NamedText> Fields { get; set; } = [];

    /// <summary>The properties that a group's row has, over <c>__key</c> and the locals of <see cref="Figures"/>.</summary>
    public IReadOnlyList<NamedText> Results { get; set; } = [];

    public IReadOnlyList<KeyModel> Keys { get; set; } = [];

    public IReadOnlyList<FigureModel> Figures { get; set; } = [];

    /// <summary>How many rows of an order are wanted; empty: all.</summary>
    public string Top { get; set; } = "";

    public bool Drains { get; set; }
}
