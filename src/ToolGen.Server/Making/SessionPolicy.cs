using System.Collections.Generic;
using ToolGen.Effects;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Server.Making;

/// <summary>What a tool may do before a person approved it: what the host's <c>session</c> covers. Calling an approved tool is what its maker may do without it.</summary>
internal sealed class SessionPolicy(Grants grants)
{
    private readonly CapabilitySet allowed = CapabilitySet.Of(grants.SessionAllow);
    private readonly CapabilitySet asked = CapabilitySet.Of(grants.SessionAsk);

    /// <summary>What of a tool's lines is not allowed as it is.</summary>
    public (IReadOnlyList<Capability> Asked, IReadOnlyList<string> Refused) Beyond(IEnumerable<string> lines)
    {
        var (asked, refused) = (new List<Capability>(), new List<string>());
        foreach (var line in lines)
        {
            switch (Capability.TryParse(line))
            {
                case ToolCapability:
                case { } covered when this.allowed.Allows(covered):
                    break;
                case { } open when this.asked.Allows(open):
                    asked.Add(open);
                    break;
                default:
                    refused.Add(line);
                    break;
            }
        }

        return (asked, refused);
    }
}
