namespace ToolGen.Analyzers.Rules.Authority;

/// <summary>What of the machine is reached.</summary>
internal enum AmbientKind
{
    Files,
    Network,
    Database,
    Clock,
    Random,
    Environment,
    Console,
    Process,
    Threads,
    Zone,
}
