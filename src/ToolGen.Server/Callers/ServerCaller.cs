using System.Globalization;

namespace ToolGen.Server.Callers;

/// <summary>Who asks, as the server knows it: a principal over HTTP, the process over standard input and output. What a client says of itself is no part of it.</summary>
/// <param name="Name">Stands in records, and what a session tool belongs to.</param>
/// <param name="MakesTools">Whether it may make and propose tools: not where nobody is known apart from anybody else.</param>
public sealed record ServerCaller(string Name, bool MakesTools = true)
{
    /// <summary>Who answers for what it proposes: the caller itself, but for a process, which may be started again, the user that it runs as. Default: <see cref="Name"/>.</summary>
    public string Principal { get; init; } = Name;

    /// <summary>A process at the other end of a pipe.</summary>
    /// <param name="user">The user that it runs as.</param>
    /// <param name="id">Its number.</param>
    public static ServerCaller OfProcess(string user, int id) => new(string.Create(CultureInfo.InvariantCulture, $"process:{user}:{id}")) { Principal = $"process:{user}" };
}
