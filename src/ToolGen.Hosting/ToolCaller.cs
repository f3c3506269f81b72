using System;

namespace ToolGen.Hosting;

/// <summary>Who calls a tool.</summary>
/// <param name="Name">As the host knows it, such as <c>support-agent</c>: never what a model says of itself.</param>
/// <param name="Conversation">Of which conversation or run; null: none.</param>
public sealed record ToolCaller(string Name, string? Conversation = null)
{
    /// <summary>The application itself.</summary>
    public static ToolCaller Application { get; } = new("application");

    /// <summary>As the host knows it.</summary>
    public string Name { get; } = string.IsNullOrWhiteSpace(Name) ? throw new ArgumentException("a caller has a name", nameof(Name)) : Name;
}
