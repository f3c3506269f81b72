namespace ToolGen.Server.Callers;

/// <summary>Who asks, as the server knows it: a principal over HTTP, the process over standard input and output. What a client says of itself is no part of it.</summary>
/// <param name="Name">Stands in records, and what a session tool belongs to.</param>
/// <param name="MakesTools">Whether it may make and propose tools: not where nobody is known apart from anybody else.</param>
public sealed record ServerCaller(string Name, bool MakesTools = true);
