using ToolGen.Cli.Output;
using ToolGen.Effects;
using ToolGen.Forge.Packages;
using ToolGen.Forge.Trial;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands;

/// <summary>The grants of one command: their file is read once, so that nothing that a command does goes by another text of it than the rest.</summary>
internal sealed class HostGrants
{
    private readonly Grants? granted;
    private readonly EquatableArray<Finding> findings;

    private HostGrants(string? path, Grants? granted, EquatableArray<Finding> findings) => (this.Path, this.granted, this.findings) = (path, granted, findings);

    /// <summary>There is no file.</summary>
    public static HostGrants None { get; } = new(null, Grants.None, []);

    /// <summary>The file; null where there is none.</summary>
    public string? Path { get; }

    /// <summary>What it grants; nothing where it has errors.</summary>
    public Grants Granted => this.granted ?? Grants.None;

    /// <summary>The packages that it grants; none where it has errors.</summary>
    public PackageShelf Packages => this.Path is { } path && this.granted is { Packages: { Count: > 0 } packages } ? new(packages, System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!) : PackageShelf.Empty;

    /// <summary>Reads a file; what is wrong with it is told by who asks for what it grants.</summary>
    public static HostGrants Read(string path)
    {
        var reading = GrantsFile.Read(path);
        return new(path, reading.Grants, reading.Findings);
    }

    /// <summary>What it grants; its warnings are printed by <see cref="Told"/>.</summary>
    /// <exception cref="UsageException">It has errors.</exception>
    public Grants Require(Terminal terminal) => this.granted ?? this.Told(terminal);

    /// <summary>What it grants; whatever was found in it is printed.</summary>
    /// <exception cref="UsageException">It has errors: nothing runs with grants that say something else than was meant.</exception>
    public Grants Told(Terminal terminal)
    {
        FindingText.Write(terminal.Error, this.findings, terminal.ColorError);
        return this.granted ?? throw new UsageException($"{this.Path} can't be used as grants: see above");
    }

    /// <summary>What calls may reach, with its warnings printed; null where there is no file.</summary>
    /// <exception cref="UsageException">It has errors.</exception>
    public HostEffects? Effects(Terminal terminal) => this.Path is null ? null : HostEffects.Of(this.Told(terminal));
}
