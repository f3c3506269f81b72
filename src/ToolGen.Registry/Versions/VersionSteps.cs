using System;
using System.Collections.Generic;

namespace ToolGen.Registry;

/// <summary>A version with those that it calls, as they were resolved when it was made.</summary>
public static class VersionSteps
{
    /// <summary>More than a tool calls, however deep; evidence that names more was not written by a forge.</summary>
    public const int Most = 200;

    /// <summary>The version first, then each that it or another of them calls, once.</summary>
    /// <param name="registry">Has them.</param>
    /// <param name="version">Where it begins.</param>
    /// <param name="callable">Whether each that is called is to be one that may be called now.</param>
    /// <exception cref="RegistryException"><see cref="RegistryFault.NotFound"/>: one is not there; <see cref="RegistryFault.State"/>: one may not be called; <see cref="RegistryFault.Damaged"/>: they are more than there can be.</exception>
    public static IReadOnlyList<StoredVersion> Of(IToolRegistry registry, StoredVersion version, bool callable)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(version);
        var all = new List<StoredVersion> { version };
        var ids = new HashSet<string>(StringComparer.Ordinal) { version.Id };
        for (var at = 0; at < all.Count; at++)
        {
            var caller = all[at];
            foreach (var step in caller.Evidence.Identity.Steps)
            {
                // What was not there when it was made, its samples answered for; it can be looked at, and not called.
                if (step.Id is null ? !callable : ids.Contains(step.Id)) continue;
                if (step.Id is null || registry.Get(step.Id) is not { } called)
                    throw new RegistryException(RegistryFault.NotFound, $"{caller.Name} {caller.Version} calls {step.Tool}, which the registry does not have as it was when {caller.Name} was made: add {step.Tool}, then make and approve {caller.Name} anew");
                if (callable && called.State is not (ToolState.Approved or ToolState.Deprecated))
                    throw new RegistryException(RegistryFault.State, $"{caller.Name} {caller.Version} calls {called.Name} {called.Version}, which is {called.State.ToString().ToLowerInvariant()}: it can't be called until its next version calls another");
                if (all.Count == Most) throw new RegistryException(RegistryFault.Damaged, $"{version.Name} {version.Version} calls more than {Most} tools: `toolgen verify` names what was changed");
                ids.Add(called.Id);
                all.Add(called);
            }
        }

        return all;
    }
}
