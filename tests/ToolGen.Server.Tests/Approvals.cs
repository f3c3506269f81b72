using System;
using System.Linq;
using System.Threading.Tasks;
using ToolGen.Registry;

namespace ToolGen.Server.Tests;

/// <summary>A person who approves.</summary>
internal static class Approvals
{
    public static async Task ApproveAsync(IToolRegistry registry, string name)
    {
        var version = registry.History(name).Single(one => one.State == ToolState.Candidate);
        await registry.ApproveAsync(new()
        {
            Id = version.Id, Tool = version.Name, Version = version.Version, Capabilities = version.Capabilities, Templates = version.Evidence.Identity.Templates!, Evidence = version.Evidence.Id, At = DateTimeOffset.UtcNow, Key = new('0', 64), Signature = "",
        });
    }
}
