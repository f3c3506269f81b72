using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>What <c>compose.sbn</c> prints: every decision made.</summary>
internal sealed record ComposeModel
{
    public required string Output { get; init; }

    /// <summary>Of calls, and so of the elements of an <c>each</c>.</summary>
    public required long ToolsLimit { get; init; }

    public required bool UsesNow { get; init; }

    /// <summary>Statements of <c>let</c> and <c>fail</c> that wait for no step.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>Steps and what waits for them, each behind all that it waits for.</summary>
    public required IReadOnlyList<NodeModel> Nodes { get; init; }

    public required string Result { get; init; }

    /// <summary>Members beside <c>RunAsync</c>.</summary>
    public required string Functions { get; init; }
}

/// <summary>A step, a <c>let</c> or a rule of <c>fail</c> that waits for steps: a task.</summary>
/// <param name="task">The variable of the task.</param>
/// <param name="word">What the template branches on: <c>let fail call try each try-each</c>.</param>
internal sealed class NodeModel(string task, string word)
{
    public string Task { get; } = task;

    /// <summary>The variable of the task that makes a name: no name of a spec and no other variable is equal to it.</summary>
    public static string TaskOf(string name) => "__t_" + name;

    public string Word { get; } = word;

    /// <summary>What takes the task's value: a name, or names in parentheses; empty for a rule.</summary>
    public string Names { get; set; } = "";

    /// <summary>The statements that take the values it waits for.</summary>
    public IReadOnlyList<string> Awaits { get; set; } = [];

    /// <summary>The statements of a <c>let</c> or a rule.</summary>
    public string Text { get; set; } = "";

    /// <summary>The condition of a step; empty: none.</summary>
    public string When { get; set; } = "";

    /// <summary>The sequence of <c>each</c>.</summary>
    public string Each { get; set; } = "";

    /// <summary>The step's name as a literal.</summary>
    public string Step { get; set; } = "";

    /// <summary>The tool's reference as a literal.</summary>
    public string Tool { get; set; } = "";

    /// <summary>The type of what a call answers, without <c>?</c>.</summary>
    public string Type { get; set; } = "";

    /// <summary>The type of the task's value: null is part of it only where the step may not be run.</summary>
    public string Value
    {
        get
        {
            const string list = "global::System.Collections.Generic.IReadOnlyList";
            var mark = this.When.Length > 0 ? "?" : "";
            return this.Word switch
            {
                "call" => this.Type + mark,
                "try" => $"global::ToolGen.Composing.StepOutcome<{this.Type}>",
                "each" => $"{list}<{this.Type}>{mark}",
                "try-each" => $"({list}<{this.Type}?>{mark}, {list}<string?>{mark})",
                _ => "bool",
            };
        }
    }

    /// <summary>Statements before the call: the values of holes.</summary>
    public string Values { get; set; } = "";

    /// <summary>Statements that write the arguments to <c>w</c>.</summary>
    public string Arguments { get; set; } = "";

    public string Reader { get; set; } = "";

    public int Retries { get; set; }

    /// <summary>The statement that takes the task's value, or only waits for it.</summary>
    public string Await => this.Names.Length == 0 ? $"await {this.Task}.ConfigureAwait(false);" : $"var {this.Names} = await {this.Task}.ConfigureAwait(false);";
}
