using System;
using System.IO;

namespace ToolGen.Registry;

/// <summary>Where a registry lies and what it goes by.</summary>
public sealed record RegistryOptions
{
    /// <summary>The environment variable that names the folder of the registry.</summary>
    public const string Variable = "TOOLGEN_REGISTRY";

    /// <summary>The folder, with <c>registry.db</c>, <c>checkpoints</c> and, where there is one, <c>policy.json</c>; made where there is none.</summary>
    public required string Folder { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The file of the key with which this host signs checkpoints; it lies outside the folder. Null: <c>toolgen/host.key.pem</c> in the user's folder for settings.</summary>
    public string? HostKey { get; init; }

    /// <summary>The file of checkpoints; null: <c>checkpoints</c> in the folder. Better on another disk, or one that can only be added to.</summary>
    public string? Checkpoints { get; init; }

    /// <summary>After how many records, at the latest, the host signs a checkpoint. Default 1,000.</summary>
    public int SealEvery { get; init; } = 1_000;

    /// <summary>Who may approve what; null: <see cref="ApprovalPolicy.FileName"/> in the folder, read anew when it changes.</summary>
    public ApprovalPolicy? Policy { get; init; }

    /// <summary>Whether the log is read whole and every table held against it before the registry opens: what was changed while nobody looked is then not even opened. A second for some hundred thousand records. Default no.</summary>
    public bool Verifies { get; init; }

    /// <summary>The options of a folder.</summary>
    /// <param name="folder">The folder; null: what <see cref="Variable"/> names, else <c>toolgen</c> in the user's folder for data.</param>
    public static RegistryOptions For(string? folder = null) => new() { Folder = folder ?? DefaultFolder };

    /// <summary>What <see cref="Variable"/> names, else <c>toolgen</c> in the user's folder for data.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "toolgen");

    /// <summary><c>toolgen</c> in the user's folder for settings, where keys lie: not among the data that a registry is.</summary>
    public static string SettingsFolder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "toolgen");

    internal string DatabasePath => Path.Combine(Path.GetFullPath(this.Folder), "registry.db");

    internal string CheckpointsPath => this.Checkpoints ?? Path.Combine(Path.GetFullPath(this.Folder), "checkpoints");

    internal string HostKeyPath => this.HostKey ?? Audit.HostKey.DefaultPath;
}
