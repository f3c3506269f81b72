namespace ToolGen.Sandbox.Pool;

/// <summary>Whom a worker belongs to once it is bound: nobody else ever gets it.</summary>
internal readonly record struct WorkerKey(string Version, string Caller);
