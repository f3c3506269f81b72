namespace ToolGen;

/// <summary>The tool of a running server that a spec was imported from (<c>x-mcp</c>), as a person has reviewed it.</summary>
/// <param name="Server">What the application calls the server.</param>
/// <param name="Tool">The server's name of it.</param>
/// <param name="Fingerprint">SHA-256 of all that the server said of it then, lower-case hex.</param>
public sealed record ToolOrigin(string Server, string Tool, string Fingerprint);
