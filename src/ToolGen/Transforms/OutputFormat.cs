namespace ToolGen.Transforms;

/// <summary>How rows are written to a file. UTF-8 without a byte order mark; lines end with LF.</summary>
public enum OutputFormat
{
    /// <summary>A header and a line for each row, after RFC 4180: comma; quotes only around cells with a comma, a quote, a line break or an outer blank.</summary>
    Csv,

    /// <summary>One array, an element a line.</summary>
    Json,

    /// <summary>A JSON value a line.</summary>
    JsonLines,

    /// <summary>A text a line.</summary>
    Lines,

    /// <summary>Texts one behind the other, nothing between.</summary>
    Text,
}
