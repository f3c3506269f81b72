namespace ToolGen.Sandbox.Isolation;

/// <summary>Starts blank workers, isolated as far as this machine allows. Thread-safe.</summary>
public interface IWorkerLauncher
{
    /// <summary>What every worker that it starts gets.</summary>
    IsolationLevel Level { get; }

    /// <summary>Starts a worker that has loaded nothing yet.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program does not start.</exception>
    IWorkerProcess Start();
}
