using System;

namespace ToolGen;

/// <summary>
/// All that a tool can reach. Members are capabilities; a host, the sandbox and a sample each bring their own. One context
/// serves one call. A context that does not override an effect denies it.
/// </summary>
public abstract class ToolContext
{
    /// <summary>The time, UTC. Capability <c>clock</c>.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Random numbers. Capability <c>random</c>.</summary>
    public abstract Random Random { get; }

    /// <summary>HTTP. Capability <c>http METHOD URL</c>.</summary>
    public virtual IToolHttp Http => DeniedEffects.Instance;

    /// <summary>Files under granted folders. Capabilities <c>read FOLDER/…</c>, <c>write FOLDER/…</c>.</summary>
    public virtual IToolFiles Files => DeniedEffects.Instance;

    /// <summary>Granted databases. Capabilities <c>sql NAME read</c>, <c>sql NAME write</c>.</summary>
    public virtual IToolData Data => DeniedEffects.Instance;

    /// <summary>Other tools. Capability <c>tool NAME</c>.</summary>
    public virtual IToolCalls Tools => DeniedEffects.Instance;

    /// <summary>Secrets, used and never read. Capability <c>secret NAME</c>.</summary>
    public virtual IToolSecrets Secrets => DeniedEffects.Instance;

    /// <summary>
    /// The rules of a time zone, by the name that the IANA data base gives it, such as <c>Europe/Berlin</c>. The rules are those of the machine's own
    /// copy of that data base (of ICU on Windows): a host that must answer alike everywhere pins that copy, or brings its own by overriding this.
    /// </summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: there is no zone of this name.</exception>
    public virtual TimeZoneInfo Zone(string id)
    {
        // Only names: on Unix the platform opens the file that an id spells, and some of those are the machine's own zone.
        if (TimeZoneNames.IsName(id))
        {
            try
            {
                return TimeZoneInfo.FindSystemTimeZoneById(id);
            }
            catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException or System.IO.IOException or UnauthorizedAccessException)
            {
            }
        }

        throw new ToolException(ToolErrorCodes.InvalidInput, $"there is no time zone \"{TimeZoneNames.Shown(id)}\": write a name of the IANA data base, such as Europe/Berlin or UTC");
    }

    /// <summary>A granted, non-secret value of the host: what <c>{settings.NAME}</c> stands for.</summary>
    /// <exception cref="ToolException"><c>denied</c>: the host has none of this name.</exception>
    public virtual string Setting(string name) =>
        throw new ToolException(ToolErrorCodes.Denied, $"the host has no setting {name}: add to toolgen.json {{\"settings\": {{\"{name}\": \"…\"}}}}");

    /// <summary>The host's services, for tools that are <see cref="ToolAttribute">methods</see> of its own code; null: the host gives none. Code of specs never sees them.</summary>
    public virtual IServiceProvider? Services => null;

    /// <summary>Notes a line for the people who run the tool; never shown to the caller.</summary>
    public abstract void Log(string message);
}
