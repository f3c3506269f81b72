using System.Collections.Generic;

namespace ToolGen.Effects;

/// <summary>A table or view of a granted database.</summary>
/// <param name="Name">With its schema in front where that is not the usual one.</param>
/// <param name="Columns">In their order.</param>
public sealed record BoundTable(string Name, IReadOnlyList<BoundColumn> Columns);

/// <summary>A column.</summary>
/// <param name="Name">As SQL writes it.</param>
/// <param name="Type">The database's word for its type; null where it has none for sure (SQLite).</param>
public sealed record BoundColumn(string Name, string? Type);
