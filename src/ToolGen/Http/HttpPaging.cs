using System;
using System.Globalization;
using ToolGen.Values;

namespace ToolGen.Http;

/// <summary>What leads from one page to the next.</summary>
public enum HttpPagingBy
{
    /// <summary>A number, one more each page.</summary>
    Page,

    /// <summary>How many elements to pass over.</summary>
    Offset,

    /// <summary>What the page before says.</summary>
    Cursor,

    /// <summary>The header <c>Link</c> (RFC 8288).</summary>
    Link,
}

/// <summary>How further pages are fetched (SPEC §5).</summary>
/// <param name="By">What leads on.</param>
/// <param name="Parameter">The query parameter; empty for links.</param>
public sealed record HttpPaging(HttpPagingBy By, string Parameter)
{
    /// <summary>The first page's number.</summary>
    public long Start { get; init; } = 1;

    /// <summary>Elements of a full page; null: not known.</summary>
    public long? Size { get; init; }

    /// <summary>Most pages; null: as many as the limits allow.</summary>
    public long? Max { get; init; }

    /// <summary>Most elements of all pages together.</summary>
    public long Rows { get; init; } = 100_000;

    /// <summary>A count that a value gives: null stays null.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it is no whole number from 1.</exception>
    public static long? Count(object? value, string? pointer = null)
    {
        if (ValueText.IsNull(value)) return null;
        if (long.TryParse(ValueText.Of(value!), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0) return count;
        throw new ToolException(ToolErrorCodes.InvalidInput, "pages are counted with whole numbers from 1") { Pointer = pointer };
    }
}
