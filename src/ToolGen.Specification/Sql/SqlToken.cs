namespace ToolGen.Specification.Sql;

/// <summary>What a <see cref="SqlToken"/> is.</summary>
public enum SqlTokenKind
{
    /// <summary>A keyword or a name without quotes.</summary>
    Word,

    /// <summary>A name in quotes.</summary>
    Name,

    /// <summary>Text in quotes.</summary>
    String,

    Number,

    /// <summary>A hole: <see cref="SqlLexer.Hole"/>.</summary>
    Hole,

    /// <summary>One character of an operator, a parenthesis, a comma …</summary>
    Symbol,

    /// <summary>What can't be read, or not in one way; the last one.</summary>
    Bad,
}

/// <summary>A token of a statement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Value">A word as written, a name without its quotes, a symbol; of a bad one what is wrong; else empty.</param>
public readonly record struct SqlToken(SqlTokenKind Kind, int Start, int End, string Value)
{
    public bool IsWord(string word) => this.Kind == SqlTokenKind.Word && string.Equals(this.Value, word, System.StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(char symbol) => this.Kind == SqlTokenKind.Symbol && this.Value[0] == symbol;

    /// <summary>A word or a name.</summary>
    public bool IsNaming => this.Kind is SqlTokenKind.Word or SqlTokenKind.Name;
}
