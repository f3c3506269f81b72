namespace ToolGen.Sandbox.Isolation;

/// <summary>Starts workers as plain processes with an environment of their own: what they may reach is the user's. The launcher of <see cref="IsolationLevel.Process"/>.</summary>
/// <param name="program">The worker.</param>
public sealed class PlainLauncher(WorkerProgram program) : IWorkerLauncher
{
    private readonly IWorkerLauncher launcher = Launchers.Unproven(IsolationLevel.Process, program, []);

    /// <inheritdoc/>
    public IsolationLevel Level => IsolationLevel.Process;

    /// <inheritdoc/>
    public IWorkerProcess Start() => this.launcher.Start();
}
