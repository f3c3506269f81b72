namespace ToolGen.Sandbox.Pool;

/// <summary>Whom a worker belongs to once it is bound: nobody else ever gets it.</summary>
/// <param name="Version">Of the assembly.</param>
/// <param name="Caller">Whom it is called for.</param>
/// <param name="Type">The tool's class: what one tool of an assembly does to its process, no other tool of it meets.</param>
internal readonly record struct WorkerKey(string Version, string Caller, string Type);
